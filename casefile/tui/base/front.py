"""What stands above a text: who published it, when, why that day, who wrote it."""

from casefile.core.edtf import shown
from casefile.model.rows import Source
from casefile.model.words import Basis

_PLAIN = (Basis.GIVEN, Basis.METADATA)
"""Bases that need no reason: the reader, or the page, says the day in so many words."""


def front_matter(source: Source, version: str = "") -> list[tuple[str, str]]:
    """Return the lines above a text, each with its style; the last is empty."""
    row = source.row
    when = shown(row.published) if row.published else "no date"
    basis = f" ({row.published_basis})" if row.published and row.published_basis else ""
    who = [row.publisher or "publisher unknown", when + basis]
    if source.author:
        who.append(f"by {source.author}")
    begins = source.text[: len(row.title) + 200]
    lines = [] if row.title in begins else [(row.title, "strong")]
    lines.append((" · ".join(who), "dim"))
    if version:
        lines.append((f"This is {version}.", "dim"))
    if row.published is None:
        lines.append(
            ("No day of publication is known: “on Tuesday” and the like get no date.", "dim")
        )
    elif source.published_reason and row.published_basis not in _PLAIN:
        lines.append((f"Dated so because: {source.published_reason}.", "dim"))
    return [*lines, ("", "")]
