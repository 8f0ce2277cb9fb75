import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from casefile.core.safe import safe_line
from casefile.exchange.rows import FILES, as_csv, as_json
from casefile.model.rows import Hit
from casefile.model.words import Kind, Ref

WORDS = st.text(max_size=30)
ROWS = st.lists(
    st.builds(
        Hit, st.builds(Ref, st.just(Kind.ENTITY), st.integers(1, 99)), st.just("person"), WORDS,
        WORDS, st.just(0.0),
    ),
    max_size=6,
)  # fmt: skip


@given(ROWS)
def test_a_table_reads_back_and_holds_no_formula(rows: list[Hit]) -> None:
    table = list(csv.reader(io.StringIO(as_csv(rows), newline="")))
    assert [cells[0] for cells in table[1:]] == [str(row.ref) for row in rows]
    for cells, row in zip(table[1:], rows, strict=True):
        assert cells[2].removeprefix("'") == safe_line(row.label).removeprefix("'")
        assert not cells[2].startswith(("=", "+", "-", "@", "\t", "\r"))


@given(ROWS)
def test_json_says_it_as_it_is(rows: list[Hit]) -> None:
    assert [one["text"] for one in json.loads(as_json(rows))] == [row.label for row in rows]


@given(ROWS)
def test_every_format_has_a_line_a_row(rows: list[Hit]) -> None:
    for ending in (".txt", ".md"):
        assert FILES[ending](rows).count("\n") == len(rows)
