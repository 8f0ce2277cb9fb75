import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.core.sentences import lines, sentences

TEXTS = st.text(st.sampled_from("aB 1.!?\n“”’\u00a0。Mr"), max_size=60)


@given(TEXTS)
def test_no_character_is_lost_or_read_twice(text: str) -> None:
    spans = list(sentences(text))
    inside = [at for span in spans for at in range(span.start, span.end)]
    assert len(inside) == len(set(inside))
    assert {at for at, sign in enumerate(text) if not sign.isspace()} <= set(inside)


@given(TEXTS)
def test_a_sentence_stays_on_its_line_and_is_trimmed(text: str) -> None:
    for span in sentences(text):
        words = span.of(text)
        assert words == words.strip()
        assert words
        assert "\n" not in words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He met Mr. Adams on Sept. 9. They left.", 2),
        ("She lives in the U.S. The trial began.", 2),
        ("A man of the U.N. Security Council spoke.", 1),
        ("“We tried.” Then nothing.", 2),
        ("It cost 3.5 million. Why?", 2),
        ("北京で会った。次に。", 2),
        ("J. K. Byron wrote it.", 1),
        ("At 9 a.m. the ferry left.", 1),
    ],
)
def test_where_a_sentence_ends(text: str, count: int) -> None:
    assert len(list(sentences(text))) == count


def test_lines_are_trimmed_and_never_blank() -> None:
    text = "  one \n\n\ttwo\n"
    assert [span.of(text) for span in lines(text)] == ["one", "two"]
