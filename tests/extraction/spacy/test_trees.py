"""Trees of sentences and what is read from them, written by hand: no parser is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.extraction.rules.words.quotations import quotes
from casefile.extraction.spacy_engine.parsed import Kind, sayings
from casefile.extraction.spacy_engine.trees import Tree, Word, tree
from casefile.model.words import Span


def parse(rows: str) -> tuple[str, Tree]:
    """Build text and tree of ``word/relation/head`` rows; heads count from 0."""
    words: list[Word] = []
    text = ""
    for row in rows.split():
        form, dep, head = row.split("/")
        text += " " if text else ""
        words.append(Word(form, len(text), len(text) + len(form), int(head), dep))
        text += form
    return text, tree(words)


def told(rows: str) -> list[tuple[str, str, str, Kind]]:
    text, parsed = parse(rows)
    found = sayings(parsed, quotes(text, Span(0, len(text))))
    return [
        (one.source.of(text), one.cue.of(text), one.content.of(text), one.kind) for one in found
    ]


CASES = {
    "that": (
        "Brandvold/nsubj/1 said/ROOT/1 that/mark/5 the/det/4 ferry/nsubj/5 sank/ccomp/1",
        ("Brandvold", "said", "the ferry sank", Kind.CLAUSE),
    ),
    "behind": (
        "The/det/1 ferry/nsubj/2 sank/ccomp/5 ,/punct/5 Brandvold/nsubj/5 said/ROOT/5",
        ("Brandvold", "said", "The ferry sank", Kind.CLAUSE),
    ),
    "as": (
        "The/det/1 ferry/nsubj/2 sank/ROOT/2 ,/punct/2 as/mark/6 Brandvold/nsubj/6 noted/advcl/2",
        ("Brandvold", "noted", "The ferry sank ,", Kind.CLAUSE),
    ),
    "intent": (
        "The/det/1 mayor/nsubj/2 plans/ROOT/2 to/aux/4 leave/xcomp/2",
        ("The mayor", "plans", "to leave", Kind.INTENT),
    ),
    "directive": (
        "Brandvold/nsubj/1 urged/ROOT/1 crews/nsubj/4 to/aux/4 leave/ccomp/1",
        ("Brandvold", "urged", "crews to leave", Kind.CLAUSE),
    ),
    "stance": (
        "Brandvold/nsubj/1 opposes/ROOT/1 the/det/3 tunnel/dobj/1",
        ("Brandvold", "opposes", "the tunnel", Kind.STANCE),
    ),
    "passive": (
        "The/det/1 tunnel/nsubjpass/3 was/auxpass/3 opposed/ROOT/3 by/agent/3 Brandvold/pobj/4",
        ("Brandvold", "opposed", "The tunnel", Kind.STANCE),
    ),
    "participle": (
        "A/det/1 tunnel/nsubj/5 backed/acl/1 by/agent/2 Brandvold/pobj/3 opened/ROOT/5",
        ("Brandvold", "backed", "A tunnel", Kind.STANCE),
    ),
    "noun": (
        "Brandvold/poss/2 's/case/0 claim/nsubj/7 that/mark/6 the/det/5 ferry/nsubj/6"
        " sank/acl/2 held/ROOT/7",
        ("Brandvold", "claim", "the ferry sank", Kind.NOUN),
    ),
    "having": (
        "Brandvold/nsubj/1 voiced/ROOT/1 support/dobj/1 for/prep/2 the/det/5 tunnel/pobj/3",
        ("Brandvold", "support", "the tunnel", Kind.NOUN),
    ),
    "state": (
        "Brandvold/nsubj/1 is/ROOT/1 skeptical/acomp/1 of/prep/2 tunnels/pobj/3",
        ("Brandvold", "skeptical", "tunnels", Kind.STATE),
    ),
    "according": (
        "The/det/1 ferry/nsubj/2 sank/ROOT/2 ,/punct/2 according/prep/2 to/prep/4 Brandvold/pobj/5",
        ("Brandvold", "according to", "The ferry sank ,", Kind.ACCORDING),
    ),
    "relative": (
        "Brandvold/ROOT/0 ,/punct/0 who/nsubj/3 said/relcl/0 the/det/5 ferry/nsubj/6 sank/ccomp/3",
        ("Brandvold", "said", "the ferry sank", Kind.CLAUSE),
    ),
    "apposition": (
        "Brandvold/nsubj/5 ,/punct/0 the/det/3 mayor/appos/0 ,/punct/0 said/ROOT/5"
        " the/det/7 ferry/nsubj/8 sank/ccomp/5",
        ("Brandvold", "said", "the ferry sank", Kind.CLAUSE),
    ),
    "two verbs": (
        "Brandvold/nsubj/1 came/ROOT/1 and/cc/1 said/conj/1 ferries/nsubj/5 sank/ccomp/3",
        ("Brandvold", "said", "ferries sank", Kind.CLAUSE),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_construction_tells_source_cue_and_content(name: str) -> None:
    rows, expected = CASES[name]
    assert expected in told(rows)


def test_a_hope_behind_as_is_no_word_of_the_one_who_hoped() -> None:
    rows = "The/det/1 ferry/nsubj/2 sank/ROOT/2 as/mark/5 Brandvold/nsubj/5 feared/advcl/2"
    assert told(rows) == []


def test_a_word_inside_a_quotation_is_no_cue() -> None:
    rows = '"I/nsubj/1 said/ROOT/1 ferries/nsubj/3 sink"/ccomp/1'
    assert told(rows) == []


def test_a_day_is_no_speaker() -> None:
    rows = "Monday/nsubj/1 said/ROOT/1 ferries/nsubj/3 sank/ccomp/1"
    assert told(rows) == []


def test_a_circle_is_no_tree() -> None:
    with pytest.raises(ValueError, match="circle"):
        tree([Word("a", 0, 1, 1, "dep"), Word("b", 2, 3, 0, "dep")])


def test_a_head_outside_the_sentence_is_refused() -> None:
    with pytest.raises(ValueError, match="hangs on 3"):
        tree([Word("a", 0, 1, 3, "dep")])


DEPS = "ROOT nsubj ccomp xcomp dobj conj advcl acl relcl agent prep pobj aux punct".split()
FORMS = "Brandvold said plans opposed claim support according to by tunnel that as".split()


@st.composite
def trees(draw: st.DrawFn) -> str:
    count = draw(st.integers(1, 9))
    rows = []
    for at in range(count):
        head = draw(st.integers(0, at))  # on itself or on a word before it: never a circle
        rows.append(f"{draw(st.sampled_from(FORMS))}/{draw(st.sampled_from(DEPS))}/{head}")
    return " ".join(rows)


@given(trees())
def test_whatever_the_parser_makes_of_it_spans_lie_in_the_sentence(rows: str) -> None:
    text, parsed = parse(rows)
    for one in sayings(parsed, ()):
        for span in (one.source, one.cue, one.content, one.whole):
            assert 0 <= span.start < span.end <= len(text)


@given(trees())
def test_each_word_reaches_over_all_that_hang_on_it(rows: str) -> None:
    _, parsed = parse(rows)
    for at, kids in enumerate(parsed.kids):
        assert parsed.first[at] == min([at, *(parsed.first[kid] for kid in kids)])
        assert parsed.last[at] == max([at, *(parsed.last[kid] for kid in kids)])
