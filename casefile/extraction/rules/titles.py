"""A short title for an event, made of its kind, its people and its place."""

from collections.abc import Sequence

from casefile.extraction.rules.parts import Names
from casefile.model.words import EntityKind, EventKind, PartialDate

LONGEST_TITLE = 90
"""Code points; people behind it are left out."""

_MOST_NAMES = 3

_FORMS = {
    EventKind.MEETING: ("Meeting", "of"),
    EventKind.VISIT: ("Visit", "by"),
    EventKind.STATEMENT: ("Statement", "by"),
    EventKind.AGREEMENT: ("Agreement", "of"),
    EventKind.SANCTION: ("Sanctions", "involving"),
    EventKind.REPORT: ("Report", "by"),
    EventKind.ABDUCTION: ("Abduction", "involving"),
    EventKind.RETURN: ("Return", "involving"),
    EventKind.TEST: ("Weapons test", "by"),
    EventKind.PLAN: ("Plan", "of"),
    EventKind.ATTACK: ("Attack", "involving"),
    EventKind.ARREST: ("Arrest", "involving"),
    EventKind.TRANSFER: ("Transfer", "involving"),
    EventKind.APPOINTMENT: ("Appointment", "involving"),
    EventKind.OTHER: ("Event", "involving"),
}
"""The noun of each kind, and the word that leads to its people."""


def title(
    kind: EventKind,
    names: Names,
    people: Sequence[int],
    *,
    place: int | None,
    date: PartialDate | None,
    secret: bool = False,
    planned: bool = False,
) -> str:
    """Return a title such as ``Secret meeting of Peru and Chile in Lima``.

    Where neither people nor place are known, the wording of the date stands in.
    """
    noun, joint = _FORMS[kind]
    marks = ["planned"] * (planned and kind is not EventKind.PLAN) + ["secret"] * secret
    head = " ".join([*marks, noun.lower()]).capitalize()
    where = names.entities[place].name if place is not None else None
    shown = _shown(names, people)
    tail = _where(kind, where)
    while shown:
        whole = f"{head} {joint} {_listed(shown)}{tail}"
        if len(whole) <= LONGEST_TITLE:
            return whole
        shown.pop()
    if tail:
        return f"{head}{tail}"
    return f"{head}, {date.text}" if date else head


def _where(kind: EventKind, place: str | None) -> str:
    if place is None:
        return ""
    return f" to {place}" if kind in (EventKind.VISIT, EventKind.RETURN) else f" in {place}"


def _shown(names: Names, people: Sequence[int]) -> list[str]:
    """Return at most three names; persons stand before their ministries, in order of the text."""
    entities = [names.entities[one] for one in people]
    chief = [one.name for one in entities if one.kind in (EntityKind.PERSON, EntityKind.PLACE)]
    rest = [one.name for one in entities if one.name not in chief]
    return list(dict.fromkeys([*chief, *rest]))[:_MOST_NAMES]


def _listed(shown: list[str]) -> str:
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
