"""How safe it is that two tellings are one event, and why.

Days, place and who decide. Where they leave it open, it counts that the articles are
about one story: of a summit years ago one names the month, another only the place and
the two who met.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from casefile.linking.counting import contradict
from casefile.linking.fitting import (
    Places,
    at_one_place,
    bounds,
    days,
    excludes,
    is_known,
    nearly,
    same_month_word,
)
from casefile.linking.stories import most_alike, one_story, told_alike
from casefile.linking.wordings import Told
from casefile.model.accounts import EventAccount
from casefile.model.words import EntityKind, EventKind, Modality

SURE = 1.0
"""Weight from which two accounts are judged to be one, if nothing vetoes it."""

UNSURE = 0.5
"""Weight of what is proposed to the reader."""

_MONTH = 31
"""Days that a date may span to say something by itself."""

_YEAR = 12 * _MONTH
"""Days that a date may span and still be within one year."""

_SAID = 0.4
"""Likeness of content from which two statements of one speaker and month are one.

Of those that speakers of one name make in articles about one story (ECB+, topics 1 to 35),
8 of 10 are one from here on, 6 of 10 from _PERHAPS_SAID.
"""

_PERHAPS_SAID = 0.2
"""Likeness of content from which two such statements are proposed to the reader as one."""

_SPOKEN = frozenset({EventKind.STATEMENT, EventKind.REPORT})
"""What anybody does often: who and when alone do not tell two of them apart."""

_RARE = frozenset(
    {
        EventKind.SANCTION,
        EventKind.ABDUCTION,
        EventKind.RETURN,
        EventKind.TEST,
        EventKind.ATTACK,
        EventKind.ARREST,
        EventKind.TRANSFER,
        EventKind.APPOINTMENT,
    }
)
"""What one story seldom tells two of for the same days and place, so nobody need be named."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a case knows beyond the accounts themselves."""

    actor: Mapping[int, int]
    """For an entity that acts for another the other: a government, its country."""
    fits: Places
    told: Callable[[EventAccount], Told]
    """The words of an account; asked for only where they may decide."""
    kind: Callable[[int], EntityKind | None]
    """The kind of an entity: countries meet too often to tell one meeting by them."""

    def actors(self, account: EventAccount) -> set[int]:
        """Return who took part, each as the one that it acts for."""
        return {self.actor.get(entity, entity) for entity, _ in account.participants}

    def principals(self, account: EventAccount) -> set[int]:
        """Return the persons and bodies that took part."""
        return {
            entity
            for entity, _ in account.participants
            if entity not in self.actor and self.kind(entity) is not EntityKind.PLACE
        }


@dataclass(frozen=True, slots=True)
class Match:
    """Two accounts that may be one event, and how safe that is."""

    weight: float
    one: EventAccount
    other: EventAccount
    by_story: bool = False
    """Whether only their story makes it likely."""
    but: str = ""
    """What keeps it from being sure."""


def match(one: EventAccount, other: EventAccount, known: Knowledge) -> Match | None:
    """Weigh two accounts of kindred kinds from two sources; None where nothing speaks for it."""
    weight = _by_days(one, other, known)
    if weight >= SURE:
        return Match(weight, one, other)
    if weight:
        but = "the days or places differ" if excludes(one, other, known.fits) else "no year is told"
        return _by_story(one, other, known) or Match(weight, one, other, but=but)
    return _by_story(one, other, known)


def reason(found: Match, known: Knowledge) -> str:
    """Return in a few words what a judgement rests on."""
    one, other = found.one, found.other
    parts = []
    if is_known(one.date) and is_known(other.date) and not found.but:
        same = bounds(one.date) == bounds(other.date)
        is_day = same and bounds(one.date)[0] == bounds(one.date)[1]
        parts.append("same day" if is_day else "same days" if same else "days that fit")
    if at_one_place(one, other, known.fits):
        parts.append("same place" if one.place == other.place else "places that fit")
    shared = len(known.actors(one) & known.actors(other))
    if shared:
        parts.append(f"{shared} shared participant{'s' if shared > 1 else ''}")
    if found.by_story:
        parts.append("articles about one story")
    return ", ".join(parts) + (f", but {found.but}" if found.but else "")


def _by_days(one: EventAccount, other: EventAccount, known: Knowledge) -> float:
    """Weigh two accounts by days, place and number of common participants alone."""
    mine, theirs = known.actors(one), known.actors(other)
    shared = len(mine & theirs)
    if not shared or shared * 2 < min(len(mine), len(theirs)):
        return 0.0
    if excludes(one, other, known.fits):
        return UNSURE if shared > 1 and nearly(one, other) else 0.0
    if not is_known(one.date) or not is_known(other.date):
        # "In May" without a year says little: two countries meet in many a May.
        is_likely = shared > 1 and same_month_word(one.date, other.date)
        return (SURE if shared > 2 else UNSURE) * is_likely
    narrow, wide = _spans(one, other)
    here = at_one_place(one, other, known.fits)
    is_vague = wide > _YEAR and not _is_one_span(one, other)
    if is_vague and (narrow > _YEAR or not (here or shared > 1)):
        return 0.0
    if narrow <= _MONTH and (shared > 1 or here):
        return SURE + 0.1 * shared + 0.5 * here - 0.0001 * wide
    if shared > 1 and here:
        return SURE + 0.1 * shared
    return SURE + 0.05 if _is_one_span(one, other) else 0.0


def _by_story(one: EventAccount, other: EventAccount, known: Knowledge) -> Match | None:
    """Weigh two accounts that days, place and who leave open, if their articles are one story."""
    if excludes(one, other, known.fits) or _is_plan(one) is not _is_plan(other):
        return None
    if not any(rule(one, other, known) for rule in (_undated, _nobody, _said, _around)):
        return None
    mine, theirs = known.told(one), known.told(other)
    if not one_story(mine.wording, theirs.wording) or _other_words(one, other, known):
        return None
    but = _doubt(one, other, mine, theirs)
    if but is None:
        return None
    weight = SURE + 0.02 * at_one_place(one, other, known.fits) + 0.01 * (one.kind is other.kind)
    weight += 0.005 * told_alike(mine.wording, theirs.wording)
    return Match(UNSURE if but else weight, one, other, by_story=True, but=but)


def _doubt(one: EventAccount, other: EventAccount, mine: Told, theirs: Told) -> str | None:
    """Return what in the wording keeps two accounts from being surely one; None if they are two."""
    is_said = one.kind is EventKind.STATEMENT
    said = most_alike(mine.said, theirs.said) if is_said else 1.0
    if said < _PERHAPS_SAID:
        return None
    if said < _SAID:
        return "the words differ"
    if contradict(mine.counts, theirs.counts):
        return "the numbers differ"
    is_denied = (one.modality is Modality.DENIED) is not (other.modality is Modality.DENIED)
    return "one of them denies it" if is_denied and not _is_plan(one) else ""


def _undated(one: EventAccount, other: EventAccount, known: Knowledge) -> bool:
    """Tell whether one has no date, and persons or bodies enough are the same in both.

    Two of them, or of what is rare one person and the same word for it.
    """
    if is_known(one.date) and is_known(other.date):
        return False
    if one.kind in _SPOKEN or other.kind in _SPOKEN:
        return False
    if not is_known(one.date) and not is_known(other.date) and one.kind is not other.kind:
        return False
    mine, theirs = known.principals(one), known.principals(other)
    if not (mine <= theirs or theirs <= mine):
        return False
    is_person = any(known.kind(entity) is EntityKind.PERSON for entity in mine & theirs)
    return len(mine & theirs) > 1 or (is_person and _same_rare_word(one, other, known))


def _nobody(one: EventAccount, other: EventAccount, known: Knowledge) -> bool:
    """Tell whether one names nobody, and both tell the same rare thing of one time."""
    if (known.actors(one) and known.actors(other)) or _spans(one, other)[1] > _YEAR:
        return False
    if not _same_rare_word(one, other, known):
        return False
    return at_one_place(one, other, known.fits) or bounds(one.date) == bounds(other.date)


def _same_rare_word(one: EventAccount, other: EventAccount, known: Knowledge) -> bool:
    """Tell whether both tell one rare kind of thing by the same word."""
    if one.kind is not other.kind or one.kind not in _RARE:
        return False
    return bool(known.told(one).words & known.told(other).words)


def _said(one: EventAccount, other: EventAccount, known: Knowledge) -> bool:
    """Tell whether both are statements of the same within one month."""
    if one.kind is not EventKind.STATEMENT or other.kind is not EventKind.STATEMENT:
        return False
    mine = known.actors(one)
    return bool(mine) and mine == known.actors(other) and _spans(one, other)[1] <= _MONTH


def _around(one: EventAccount, other: EventAccount, known: Knowledge) -> bool:
    """Tell whether both are one kind of thing by some of the same within one month."""
    if one.kind is not other.kind or one.kind in _SPOKEN or _spans(one, other)[1] > _MONTH:
        return False
    return bool(known.actors(one) & known.actors(other))


def _other_words(one: EventAccount, other: EventAccount, known: Knowledge) -> bool:
    """Tell whether the words for one kind of event differ: a bombing is no stabbing."""
    mine, theirs = known.told(one).words, known.told(other).words
    return one.kind is other.kind and bool(mine) and bool(theirs) and not mine & theirs


def _is_plan(account: EventAccount) -> bool:
    return account.kind is EventKind.PLAN or account.modality is Modality.PLANNED


def _spans(one: EventAccount, other: EventAccount) -> tuple[int, int]:
    """Return the days of the narrower and of the wider date; endless where one is not known."""
    if one.date is None or other.date is None or not is_known(one.date) or not is_known(other.date):
        return (_ENDLESS, _ENDLESS)
    narrow, wide = sorted((days(one.date), days(other.date)))
    return (narrow, wide)


_ENDLESS = 10**9


def _is_one_span(one: EventAccount, other: EventAccount) -> bool:
    """Tell whether both tell one kind of event with just the same telling days.

    A month or less says much, and so does a span that is no whole year, such as two
    decades; "in 2002" says little.
    """
    narrow, _ = _spans(one, other)
    is_telling = narrow <= _MONTH or narrow > _YEAR
    return is_telling and one.kind is other.kind and bounds(one.date) == bounds(other.date)
