"""The steps of reading, in their order: names, dates, statements, events, facts.

An engine that knows better brings its own way to find names or statements; the rest of
the steps are the same for all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from casefile.extraction.rules.dates.find import find_dates
from casefile.extraction.rules.entities.foreign import find_foreign_names
from casefile.extraction.rules.entities.names import find_names
from casefile.extraction.rules.entities.parties import Parties
from casefile.extraction.rules.events.clusters import actors as actors_of
from casefile.extraction.rules.events.clusters import modality
from casefile.extraction.rules.events.finding import tellings
from casefile.extraction.rules.events.merging import Event, merge
from casefile.extraction.rules.events.sites import containers
from casefile.extraction.rules.events.titles import title
from casefile.extraction.rules.facts.citations import citations
from casefile.extraction.rules.facts.facts import facts
from casefile.extraction.rules.facts.speakers import Resolver
from casefile.extraction.rules.facts.speeches import Told, speeches
from casefile.extraction.rules.names.tongues import tongue_of
from casefile.extraction.rules.parts import Names, Sentence
from casefile.extraction.rules.speech.statement import Statement
from casefile.extraction.rules.speech.statements import statements
from casefile.extraction.rules.tellings.telling import Reader, Telling
from casefile.extraction.rules.words.gazetteer import Gazetteer, load_gazetteer
from casefile.extraction.rules.words.sentences import readable
from casefile.model.article import Article
from casefile.model.findings import Findings, FoundEvent, FoundParticipant
from casefile.model.words import EntityKind, EventKind, Modality, Span

LONGEST_STORY = 400_000
"""Code points in which dates, events and facts are read, about 70,000 words; names are read
everywhere. No article is so long, and a book's worth of text in one file must not take minutes."""

MOST_EVIDENCE = 12
"""Passages kept for one event; the first in the text."""

_ROLES = {
    EventKind.VISIT: "visitor",
    EventKind.STATEMENT: "speaker",
    EventKind.REPORT: "outlet",
    EventKind.AGREEMENT: "signatory",
}
"""What those who take part are called; participants elsewhere."""


class NamesOf(Protocol):
    """A way to find the names of a text, as ``find_names`` does."""

    def __call__(
        self, text: str, sentences: Sequence[Sentence], *, gazetteer: Gazetteer
    ) -> Names: ...


class StatementsOf(Protocol):
    """A way to find the statements of a text, as ``statements`` does."""

    def __call__(self, text: str, sentences: tuple[Sentence, ...]) -> tuple[Statement, ...]: ...


@dataclass(frozen=True, slots=True)
class Steps:
    """What an engine may bring of its own."""

    names: NamesOf = find_names
    statements: StatementsOf = statements
    any_tongue: bool = False
    """Whether they read every tongue; else in what is not English only known names are read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article read as far as its statements, before events are looked for."""

    reader: Reader
    told: tuple[Told, ...]
    """The statements, each with its chain of speakers."""
    is_foreign: bool = False
    """True where only known names are read, because it is not English."""

    def statement_at(self, at: int) -> Statement | None:
        """Return the shortest statement whose content holds an offset; None without one."""
        holding = [one for one, _ in self.told if one.content.start <= at < one.content.end]
        return min(holding, key=lambda one: one.content.end - one.content.start, default=None)


def read(article: Article, steps: Steps) -> Reading:
    """Read names, dates and statements of the article, by the steps given."""
    gazetteer = load_gazetteer()
    whole = readable(article)
    tongue = tongue_of(article.language)
    if tongue is not None and not steps.any_tongue:
        names = find_foreign_names(article.text, whole, tongue)
        return Reading(Reader(article.text, (), names, (), Parties({}, {}, frozenset())), (), True)
    names = steps.names(article.text, whole, gazetteer=gazetteer)
    sentences = tuple(one for one in whole if one.span.end <= LONGEST_STORY)
    first, last = _publication(article)
    dates = find_dates(article.text, sentences, first=first, last=last)
    parties = _parties(article.text, names, gazetteer)
    reader = Reader(article.text, sentences, names, dates, parties)
    resolver = Resolver(article.text, names, sentences, article.publisher)
    told = tuple(
        (one, resolver.chain(one.speakers, one.sentence))
        for one in steps.statements(article.text, sentences)
    )
    return Reading(reader, told)


def _publication(article: Article) -> tuple[date, date] | tuple[None, None]:
    """Return the days that bound its publication; where one end is open, nothing counts from it."""
    when = article.published.date if article.published else None
    if when is None or when.earliest is None or when.latest is None:
        return None, None
    return when.earliest, when.latest


def find(article: Article, steps: Steps) -> Findings:
    """Find what the article says, by the steps given; pure where the steps are."""
    reading = read(article, steps)
    if reading.is_foreign:
        names = reading.reader.names
        return Findings(entities=names.entities, mentions=names.mentions)
    reader, told = reading.reader, reading.told
    names, parties = reader.names, reader.parties
    every = (*tellings(reader, told), *speeches(reader, told))
    gathered = [one for one in merge(every, parties) if _is_told(one, parties)]
    return Findings(
        entities=names.entities,
        mentions=names.mentions,
        events=_events(gathered, names, parties),
        facts=facts(reader, told, [event.told for event in gathered]),
        citations=citations(told, names),
    )


_OF_SIDES = frozenset((EventKind.MEETING, EventKind.VISIT, EventKind.AGREEMENT))
_NEEDS_SOMEBODY = frozenset(
    (
        EventKind.VISIT,
        EventKind.ARREST,
        EventKind.APPOINTMENT,
        EventKind.TRANSFER,
        EventKind.SANCTION,
    )
)


def _is_told(event: Event, parties: Parties) -> bool:
    """Tell whether enough is told of an event for it to mean something by itself.

    Where two sides meet, two who take part; one, with a day or a place; or nobody, with
    both. An attack takes somebody or a place.
    """
    people = [one for one in _people(event, parties) if one != event.place]
    sides = len(people) + max(one.nameless for one in event.told)
    known = sides + (event.date is not None) + (event.place is not None)
    is_held = any(one.is_held for one in event.told)
    if event.kind in _NEEDS_SOMEBODY and not sides and not is_held:
        return False
    if event.kind is EventKind.ATTACK and not sides and event.place is None:
        return False
    least = 1 if is_held else 2
    return known >= least or event.kind not in (*_OF_SIDES, EventKind.ATTACK)


def _parties(text: str, names: Names, gazetteer: Gazetteer) -> Parties:
    """Return which entities of the article stand for one another, and which lie in which."""
    by_name = {one.name: at for at, one in enumerate(names.entities)}
    inside = containers(text, names)
    party: dict[int, int] = {}
    countries: set[int] = set()
    for at, one in enumerate(names.entities):
        if one.kind is EntityKind.PLACE:
            if gazetteer.countries.get(one.name) == one.name:
                countries.add(at)
            country = gazetteer.country_of(one.name)
            if country and country != one.name and country in by_name:
                inside.setdefault(at, by_name[country])
        country = gazetteer.states.get(one.name)
        if country is not None:
            party[at] = by_name.get(country, at)
            countries.add(party[at])
    return Parties(inside, party, frozenset(countries))


def _events(gathered: Sequence[Event], names: Names, parties: Parties) -> tuple[FoundEvent, ...]:
    return tuple(_event(event, names, parties) for event in gathered)


def _event(event: Event, names: Names, parties: Parties) -> FoundEvent:
    people = tuple(one for one in _people(event, parties) if one != event.place)
    kind = event.kind
    sure = modality(event.told)
    is_plan = all(one.is_intent for one in event.told if one.can_stand)
    if kind is EventKind.MEETING and is_plan and event.date is None and event.place is None:
        kind = EventKind.PLAN
    secret = any(one.secret for one in event.told)
    return FoundEvent(
        kind=kind,
        title=title(
            event.kind,
            names,
            people,
            place=event.place,
            date=event.date,
            secret=secret,
            planned=sure is Modality.PLANNED,
        ),
        date=event.date,
        place=event.place,
        modality=sure,
        secret=secret,
        participants=tuple(
            FoundParticipant(one, _ROLES.get(kind, "participant")) for one in people
        ),
        evidence=_evidence(event.told),
    )


def _people(event: Event, parties: Parties) -> tuple[int, ...]:
    """Return who takes part, a country and its government once."""
    found: dict[int, int] = {}
    for one in actors_of(event.told):
        found.setdefault(parties.party.get(one, one), one)
    return tuple(found.values())


def _evidence(told: tuple[Telling, ...]) -> tuple[Span, ...]:
    """Return the passages, in order, each once; the title first only if it stands first."""
    spans = sorted({one.evidence for one in told})
    return tuple(spans[:MOST_EVIDENCE])
