"""What a reader says of lines lies over what was read of them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from casefile.core.labelling import LABELS, STORY, label_of, lines_of, relabelled
from casefile.model.article import Furniture
from casefile.model.words import FurnitureKind, Span

TEXTS = st.text(alphabet="ab \n\t", min_size=1, max_size=40)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def told(draw: st.DrawFn) -> tuple[str, list[Furniture], list[tuple[Span, str]]]:
    text = draw(TEXTS)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    read = [
        Furniture(Span(start, end), draw(st.sampled_from(FurnitureKind)))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    said = draw(st.lists(st.tuples(spans(text), st.sampled_from(LABELS)), max_size=4))
    return text, read, said


def each(text: str, furniture: list[Furniture]) -> list[str]:
    """Return what every character is; of a blank nothing."""
    return [
        "" if sign.isspace() else str(label_of(furniture, Span(at, at + 1)))
        for at, sign in enumerate(text)
    ]


@given(told())
def test_each_character_is_what_was_said_last_of_it_else_what_was_read(
    made: tuple[str, list[Furniture], list[tuple[Span, str]]],
) -> None:
    text, read, said = made
    found = relabelled(text, read, said)
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start
    wanted = each(text, read)
    for span, label in said:
        for at in range(span.start, span.end):
            wanted[at] = wanted[at] and label
    assert each(text, found) == wanted
    assert relabelled(text, found, said[-1:]) == found
    assert relabelled(text, read, []) == read


@given(st.data())
def test_the_lines_of_a_span_are_whole_and_hold_its_words(data: st.DataObject) -> None:
    text = data.draw(TEXTS)
    span = data.draw(spans(text))
    lines = lines_of(text, span)
    assert lines == sorted(lines)
    for line in lines:
        words = line.of(text)
        assert words == words.strip() != ""
        assert not text[: line.start].rpartition("\n")[2].strip()
        assert not text[line.end :].partition("\n")[0].strip()
    for at in range(span.start, span.end):
        assert text[at].isspace() or any(one.start <= at < one.end for one in lines)


def test_a_line_of_two_parts_is_neither() -> None:
    part = [Furniture(Span(0, 3), FurnitureKind.DATELINE)]
    assert label_of(part, Span(0, 3)) == "dateline"
    assert label_of(part, Span(0, 9)) is None
    assert label_of(part, Span(3, 9)) == STORY
