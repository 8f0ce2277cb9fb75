"""What a decision takes out and brings in, by name, over the question whether to make it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from casefile.case import Case
from casefile.model.words import Kind
from casefile.tui import keys, text
from casefile.tui.base.view import CardRow, Shape
from casefile.tui.screens.over import OverScreen

if TYPE_CHECKING:
    from casefile.deeds.going import Going, Gone
    from casefile.deeds.rereading import Found, Otherwise

MOST = 500
"""Rows listed under one heading: who looks through more looks in the lists themselves."""

Groups = Sequence[tuple[str, Sequence[CardRow]]]
"""Headings, each with what is listed below it."""

_HEADINGS = {Kind.FACT: "Facts", Kind.EVENT: "Events", Kind.ENTITY: "Entities"}
_NOUNS = {Kind.FACT: "fact", Kind.EVENT: "event", Kind.ENTITY: "name"}


class EffectScreen(OverScreen):
    """Lists what follows; the question waits below."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.Place.EFFECT)
    PLACE = keys.Place.EFFECT
    NAME = "What follows"

    def __init__(self, case: Case, title: str, groups: Groups) -> None:
        super().__init__(case)
        self._title = title
        self._groups = groups

    def show_rows(self) -> None:
        """Show each group below its heading."""
        rows: list[CardRow] = []
        for heading, found in self._groups:
            rows += [CardRow(Shape.BLANK)] if rows else []
            rows.append(CardRow(Shape.HEADING, heading, text.number(len(found))))
            rows += found[:MOST] or [CardRow(Shape.DIM, "nothing")]
            if len(found) > MOST:
                rows.append(CardRow(Shape.DIM, f"and {len(found) - MOST:,} more"))
        none = frozenset() if rows else frozenset({"effect.go"})
        self.put(self._title, rows or [CardRow(Shape.DIM, "Nothing follows.")], none)


def of_removal(gone: "Gone") -> Groups:
    """Return what goes with sources; first what readers wrote: nothing else brings that back."""
    groups = [("What you wrote", [_going(one) for one in gone.yours])]
    for kind, heading in _HEADINGS.items():
        groups.append((heading, [_going(one) for one in gone.things if one.ref.kind is kind]))
    return [(heading, found) for heading, found in groups if found]


def _going(one: "Going") -> CardRow:
    detail = "others tell of it, too" if one.is_elsewhere else str(one.ref)
    return CardRow(Shape.LINK, one.words, detail, one.ref)


def in_short(yours: "Sequence[Going]", width: int) -> str:
    """Return what readers wrote that goes, as much as fits into so many columns."""
    if not yours:
        return ""
    told = f"Yours: {text.line(yours[0].words)}"
    for number, one in enumerate(yours[1:], start=1):
        longer = f"{told}; {text.line(one.words)}"
        rest = f"; {len(yours) - number:,} more: l"
        if text.cells(longer) + len(rest) > width:
            return text.cut(told, width - len(rest)) + rest
        told = longer
    return text.cut(told, width)


def by_effect(found: "Mapping[str, Otherwise]") -> "dict[Otherwise, tuple[str, ...]]":
    """Return what labels have in common, by what follows from them."""
    groups: dict[Otherwise, tuple[str, ...]] = {}
    for label, otherwise in found.items():
        groups[otherwise] = (*groups.get(otherwise, ()), label)
    return groups


def of_labels(found: "Mapping[str, Otherwise]") -> Groups:
    """Return what follows from each of some labels; of those that do the same once."""
    return [
        (
            f"{', '.join(labels)}: {otherwise}",
            [*_rows("out", otherwise.gone), *_rows("in", otherwise.come)],
        )
        for otherwise, labels in by_effect(found).items()
    ]


def _rows(way: str, found: "Iterable[Found]") -> list[CardRow]:
    rows: list[CardRow] = []
    times = Counter((one.kind, one.words) for one in found)
    refs = {(one.kind, one.words): one.ref for one in found}
    for kind, noun in _NOUNS.items():
        for (of, words), many in times.items():
            if of is kind:
                ref = refs[of, words]
                said = f"{way}: {noun} {words}" + (f" ({many} times)" if many > 1 else "")
                rows.append(
                    CardRow(Shape.LINK, said, str(ref), ref) if ref else CardRow(Shape.TEXT, said)
                )
    return rows
