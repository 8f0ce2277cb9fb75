"""What a search came to, as rows of a card: one link each, what matched highlighted."""

from collections.abc import Iterable

from casefile.model.rows import Hit
from casefile.model.words import Kind, Ref
from casefile.tui.base.view import Card, CardRow, Found, Shape

_HERE = Ref(Kind.NOTE, 0)
"""The card of results stands for no thing of the case."""

_HINT = (
    "Type a name, a place, a few words of a title or a text, or a reference such as entity:12. "
    "Misspelt names are found too. Narrow it by kind:person, type:meeting, place:, after:2014-06, "
    "is:denied, in:notes, or with “exact words” in quotation marks, !not and a | b."
)

_GROUPS = {
    "entity": "Entities",
    "event": "Events",
    "source": "Sources",
    "note": "Notes",
    "text": "Texts",
    "fact": "Facts",
}
"""What results apart by kind stand under."""

_BLANK = CardRow(Shape.BLANK)


def results(found: Found, *, is_grouped: bool = False) -> Card:
    """Return what a search came to as a card.

    Args:
        found: Its results, best first.
        is_grouped: Whether results of a kind stand together, under the best of them; the kind of
            the best result comes first.
    """
    if not found.query.strip():
        rows = _without_words(found)
    elif not found.hits:
        rows = [
            CardRow(Shape.TITLE, f"Nothing matches “{found.query}”."),
            *(CardRow(Shape.TEXT, said) for said in found.said),
            CardRow(Shape.DIM, _HINT),
        ]
    else:
        rows = _apart(found.hits) if is_grouped else [_row(hit) for hit in found.hits]
        rows += [CardRow(Shape.DIM, said) for said in found.said]
    return Card(_HERE, "Results", tuple(rows))


def _without_words(found: Found) -> list[CardRow]:
    rows = [CardRow(Shape.HEADING, "Saved searches")] if found.saved else []
    rows += [CardRow(Shape.LINK, one.name, one.line, one.ref) for one in found.saved]
    rows += [_BLANK] if found.saved and found.recent else []
    rows += [CardRow(Shape.HEADING, "Lately visited")] if found.recent else []
    rows += [CardRow(Shape.LINK, name, ref.kind.value, ref) for ref, name in found.recent]
    return [*rows, _BLANK, CardRow(Shape.DIM, _HINT)]


def _apart(hits: Iterable[Hit]) -> list[CardRow]:
    groups: dict[str, list[CardRow]] = {}
    for hit in hits:
        group = "text" if hit.kind == "text" else hit.ref.kind.value
        groups.setdefault(_GROUPS.get(group, group), []).append(_row(hit))
    rows: list[CardRow] = []
    for name, group_rows in groups.items():
        rows += [_BLANK] if rows else []
        rows += [CardRow(Shape.HEADING, name, str(len(group_rows))), *group_rows]
    return rows


def _row(hit: Hit) -> CardRow:
    detail = f"{hit.kind}  {hit.detail}" if hit.detail else hit.kind
    if hit.why and not hit.matched and hit.span is None:
        # No letter of it shows why it is here.
        detail += f" · {hit.why}"
    in_text = hit.kind == "text"
    return CardRow(
        Shape.LINK, hit.label, detail, hit.ref, hit.span, matched=hit.matched, in_text=in_text
    )
