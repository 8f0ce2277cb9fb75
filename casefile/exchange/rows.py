"""Rows of a list as text that other programs read: plain, Markdown, CSV or JSON."""

import csv
import io
import json
import re
from collections.abc import Callable, Sequence

from casefile.core.safe import safe_line
from casefile.exchange.escaping import escaped
from casefile.model.rows import Hit

_FORMULA = re.compile(r"[=+\-@\t\r]")
"""How a cell begins that a spreadsheet would compute (OWASP, CSV Injection)."""


def as_text(rows: Sequence[Hit]) -> str:
    """Return what the rows are called, one a line."""
    return "".join(f"{safe_line(row.label)}\n" for row in rows)


def as_refs(rows: Sequence[Hit]) -> str:
    """Return the references of the rows, one a line."""
    return "".join(f"{row.ref}\n" for row in rows)


def as_quotes(rows: Sequence[Hit]) -> str:
    """Return the rows with what is told beside them and their references."""
    return "".join(
        f"{safe_line(', '.join(filter(None, (row.label, row.detail))))} ({row.ref})\n"
        for row in rows
    )


def as_markdown(rows: Sequence[Hit]) -> str:
    """Return the rows as a list in Markdown."""
    return "".join(
        f"- {escaped(row.label)}{' — ' + escaped(row.detail) if row.detail else ''} (`{row.ref}`)\n"
        for row in rows
    )


def as_csv(rows: Sequence[Hit]) -> str:
    """Return the rows as a table (RFC 4180); nothing in it is a formula to a spreadsheet."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(("ref", "kind", "name", "detail"))
    for row in rows:
        table.writerow((str(row.ref), row.kind, _cell(row.label), _cell(row.detail)))
    return out.getvalue()


def as_json(rows: Sequence[Hit]) -> str:
    """Return the rows as an array of objects."""
    objects = [
        {"ref": str(row.ref), "kind": row.kind, "text": row.label, "detail": row.detail or None}
        for row in rows
    ]
    return json.dumps(objects, ensure_ascii=False, indent=1) + "\n"


FILES: dict[str, Callable[[Sequence[Hit]], str]] = {
    ".txt": as_text, ".md": as_markdown, ".csv": as_csv, ".json": as_json,
}  # fmt: skip
"""What a file holds, by the ending of its name."""


def _cell(words: str) -> str:
    shown = safe_line(words)
    return f"'{shown}" if _FORMULA.match(shown) else shown
