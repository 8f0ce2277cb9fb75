"""A short title for an event, made of its kind, its people and its place."""

from collections.abc import Sequence

from casefile.extraction.rules.parts import Names
from casefile.model.words import EntityKind, EventKind, PartialDate

LONGEST_TITLE = 90
"""Code points; people behind it are left out."""

_MOST_NAMES = 3
"""Names told in a title; "and others" stands for more."""

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
    shown = _ordered(names, people)
    if kind is EventKind.MEETING and len(shown) == 1:
        joint = "with"
    tail = _where(kind, where)
    for count in range(min(len(shown), _MOST_NAMES), 0, -1):
        whole = f"{head} {joint} {_listed(shown, count)}{tail}"
        if len(whole) <= LONGEST_TITLE:
            return whole
    if tail:
        return f"{head}{tail}"
    return f"{head}, {date.text}" if date else head


_AT = frozenset(
    "House Hotel Hall Palace Centre Center Tower Building Residence Villa Castle Inn Mansion Lodge"
    " Restaurant Airport Stadium Museum Library Cathedral Temple Mosque Pavilion".split()
)


def _where(kind: EventKind, place: str | None) -> str:
    if place is None:
        return ""
    if kind in (EventKind.VISIT, EventKind.RETURN):
        return f" to {place}"
    return f" at {place}" if place.split()[-1] in _AT else f" in {place}"


def _ordered(names: Names, people: Sequence[int]) -> list[str]:
    """Return the names that say it best: two countries, else persons before bodies.

    Where two countries meet, their envoys and ministries are left out, and where
    two persons do, their bodies.
    """
    entities = [names.entities[one] for one in people]
    places = [one.name for one in entities if one.kind is EntityKind.PLACE]
    heads = [one.name for one in entities if one.kind in (EntityKind.PLACE, EntityKind.PERSON)]
    bodies = [one.name for one in entities if one.kind is EntityKind.ORGANIZATION]
    chosen = places if len(places) > 1 else heads
    if len(chosen) < 2:
        chosen = [*chosen, *bodies]
    return list(dict.fromkeys(chosen))


def _listed(names: Sequence[str], count: int) -> str:
    """Return so many of the names in words; "and others" stands for the rest."""
    shown = [*names[:count], "others"] if count < len(names) else list(names)
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
