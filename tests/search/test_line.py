import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from casefile.core.folding import fold
from casefile.search.line import (
    MOST_READINGS,
    Filter,
    Key,
    Query,
    Shape,
    Term,
    first_day,
    parse,
    render,
)

ANY = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)
SIGNS = st.lists(
    st.sampled_from(
        ["!", "^", "'", '"', "|", "~", "$", " ", "  ", "kind:", "TYPE:", "source:", "in:", "after:",
         "before:", "tag:", "ſource:", "İn:", "orla", "2014", "-06", "-3", "大連", "\x1c", "\x00",
         "\ud800", "a", ":", ",", "x'", "é", "\u3000"]
    ),
    max_size=14,
).map("".join)  # fmt: skip

FUZZY, PART, WHOLE, SOUND = Shape.FUZZY, Shape.PART, Shape.WHOLE, Shape.SOUND


@given(ANY | SIGNS)
@settings(max_examples=2000)
@example('"')
@example('\' ^ ! | ~ $ !! ^^ ""')
@example("'a\"b'")
@example("^x$'")
@example("!'kind:x")
@example("after:9999-99-99 before:0000")
def test_any_line_is_a_query_and_what_is_rendered_reads_the_same(line: str) -> None:
    query = parse(line)
    assert parse(render(query)) == query
    for clause in query.clauses:
        assert clause
        assert all(fold(a.text if isinstance(a, Term) else a.value) for a in clause)
    assert len(query.readings()) <= MOST_READINGS


WORD = st.text("abcé大", min_size=1, max_size=5)
WORDS = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
TERMS = (
    st.builds(Term, WORD)
    | st.builds(Term, WORD, st.just(PART), st.booleans(), st.booleans(), st.booleans())
    | st.builds(Term, WORDS, st.just(WHOLE), st.booleans(), st.booleans(), st.booleans())
    | st.builds(Term, WORDS, st.just(SOUND))
)
FILTERS = st.builds(
    Filter,
    st.sampled_from([key for key in Key if key not in (Key.AFTER, Key.BEFORE)]),
    WORDS,
    st.booleans(),
) | st.builds(Filter, st.sampled_from([Key.AFTER, Key.BEFORE]), st.dates().map(str), st.booleans())
QUERIES = st.lists(st.lists(TERMS | FILTERS, min_size=1, max_size=3).map(tuple), max_size=5).map(
    lambda clauses: Query(tuple(clauses))
)


@given(QUERIES)
def test_every_query_can_be_typed(query: Query) -> None:
    assert parse(render(query)) == query


@pytest.mark.parametrize(
    ("line", "atoms"),
    [
        ("kim jong", [Term("kim"), Term("jong")]),
        ('"exact  words"', [Term("exact words", WHOLE)]),
        ('"exact wor', [Term("exact wor", WHOLE, is_open=True)]),
        ("'wild", [Term("wild", PART)]),
        ("'wild'", [Term("wild", WHOLE)]),
        ("^begins", [Term("begins", PART, begins=True)]),
        ("ends$", [Term("ends", PART, ends=True)]),
        ("^all$", [Term("all", PART, begins=True, ends=True)]),
        ("!not", [Term("not", PART, negated=True)]),
        ('!"not this"', [Term("not this", WHOLE, negated=True)]),
        ("!^x", [Term("x", PART, begins=True, negated=True)]),
        ("~zoe", [Term("zoe", SOUND)]),
        ('~"zoe reed"', [Term("zoe reed", SOUND)]),
        ("kind:person", [Filter(Key.KIND, "person")]),
        ("type:meeting", [Filter(Key.KIND, "meeting")]),
        ('SOURCE:"north wire"', [Filter(Key.SOURCE, "north wire")]),
        ('place:"port sal', [Filter(Key.PLACE, "port sal")]),
        ("!tag:x", [Filter(Key.TAG, "x", negated=True)]),
        ("after:2014-06", [Filter(Key.AFTER, "2014-06")]),
        ("after:2014-6", [Filter(Key.AFTER, "2014")]),
        ("after:2014-", [Filter(Key.AFTER, "2014")]),
        ("before:2014-02-30", [Filter(Key.BEFORE, "2014-02")]),
        ("before:2014-13", [Filter(Key.BEFORE, "2014")]),
        ("before:201", []),
        ("before:20145", []),
        ("kind:", []),
        ("! ^ ' ~ | $ \"\" '' kind:", []),
        ("other:thing", [Term("other:thing")]),
        ("rock'n'roll'", [Term("rock'n'roll'")]),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_each_sign_means_one_thing(line: str, atoms: list[Term | Filter]) -> None:
    assert parse(line) == Query(tuple((atom,) for atom in atoms))


@pytest.mark.parametrize(
    ("line", "same"),
    [
        ("a | b c", "a | b c"),
        ("| a", "a"),
        ("a |", "a"),
        ("a | | b", "a | b"),
        ("a|b", "a|b"),
        ("a | ! b", "a b"),
        ("kind:person | kind:place", "kind:person | kind:place"),
    ],
    ids=lambda line: line,
)
def test_a_bar_joins_what_stands_beside_it(line: str, same: str) -> None:
    assert render(parse(line)) == same


def test_a_bar_binds_tighter_than_a_space() -> None:
    texts = [[a.text for a in way if isinstance(a, Term)] for way in parse("a | b c").readings()]
    assert texts == [["a", "c"], ["b", "c"]]


def test_many_bars_are_read_as_far_as_it_goes() -> None:
    assert len(parse("a | b " * 40).readings()) == MOST_READINGS


@pytest.mark.parametrize("piece", ["a ", '"', "!", "^'~", "kind:", "a | ", "\t", "$", "x'$"])
def test_the_cost_is_linear(piece: str) -> None:
    def cost(length: int) -> float:
        line = piece * (length // len(piece))
        begun = time.process_time()
        render(parse(line))
        return time.process_time() - begun

    # Ten times the length, and room for a busy machine; quadratic would be a hundred times.
    most = 40 * min(cost(20_000) for _ in range(3)) + 0.02
    assert any(cost(200_000) < most for _ in range(3))


def test_a_date_begins_on_its_first_day() -> None:
    assert [first_day(one) for one in ("2014", "2014-06", "2014-06-03")] == [
        "2014-01-01", "2014-06-01", "2014-06-03",
    ]  # fmt: skip
