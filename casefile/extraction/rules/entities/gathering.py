"""From labelled names to the entities and mentions that an engine reports."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from casefile.extraction.rules.entities.descriptions import described_from, set_off
from casefile.extraction.rules.entities.owners import Owner, Owners, owner_of
from casefile.extraction.rules.names.aliases import Bodies, People, fold
from casefile.extraction.rules.names.drafts import Draft, Label
from casefile.extraction.rules.parts import Names
from casefile.extraction.rules.words.gazetteer import Gazetteer
from casefile.extraction.rules.words.tokens import Line
from casefile.model.findings import FoundEntity, FoundMention
from casefile.model.words import EntityKind, MentionKind

_HONORIFICS = frozenset({"Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Sir", "Dr", "Dr."})


@dataclass(slots=True)
class _Entity:
    """An entity while its mentions are gathered."""

    index: int
    kind: EntityKind
    shown: str | None
    """The name it has by itself, whatever the article writes."""
    forms: list[str] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)

    def found(self) -> FoundEntity:
        fullest = max(self.forms, key=lambda form: (len(form.split()), len(form)))
        return FoundEntity(self.kind, self.shown or fullest, next(iter(self.descriptions), None))


def gather(
    drafts: Sequence[Draft],
    lines: Sequence[Line],
    capitals: set[tuple[int, int]],
    gazetteer: Gazetteer,
) -> Names:
    """Return entities in order of their first mention, and the mentions in order.

    Args:
        drafts: Names in order of the text, none over another; NOTHING is left out here.
        lines: The lines that they stand in.
        capitals: Line and first token of those that stand for a government.
        gazetteer: Known names.
    """
    named = [draft for draft in drafts if draft.label is not Label.NOTHING]
    identities = _Identities(named, lines, capitals, gazetteer)
    entities: dict[tuple[EntityKind, str], _Entity] = {}
    mentions = []
    for draft in named:
        kind, key, shown, mention = identities.of(draft)
        entity = entities.setdefault((kind, key), _Entity(len(entities), kind, shown))
        entity.forms.append(draft.name)
        entity.descriptions += _descriptions(draft, lines[draft.line], gazetteer)
        mentions.append(FoundMention(draft.span(lines), mention, entity.index))
    return Names(tuple(entity.found() for entity in entities.values()), tuple(mentions))


class _Identities:
    """Tells for each draft, asked in order of the text, which entity it names and how."""

    def __init__(
        self,
        named: Sequence[Draft],
        lines: Sequence[Line],
        capitals: set[tuple[int, int]],
        gazetteer: Gazetteer,
    ) -> None:
        self._lines = lines
        self._capitals = capitals
        self._gazetteer = gazetteer
        persons = [draft.name for draft in named if draft.label is Label.PERSON]
        self._people = People([name for name in persons if " " in name], gazetteer)
        bodies = [draft for draft in named if draft.label is Label.ORGANIZATION]
        self._bodies = Bodies([draft.name for draft in bodies], gazetteer)
        for full, short in _definitions(named, lines):
            self._bodies.define(short, full)
        self._owners = Owners((self._bodies.key(body.name), self._owner(body)) for body in bodies)

    def of(self, draft: Draft) -> tuple[EntityKind, str, str | None, MentionKind]:
        """Return kind, key and own name of the entity, and how the draft names it."""
        if draft.label is Label.PEOPLE:
            return self._people_of_a_place(draft.name)
        if draft.label is Label.PLACE:
            return self._place(draft)
        if draft.label is Label.PERSON:
            return EntityKind.PERSON, self._people.key(draft.name), None, MentionKind.NAME
        body = self._bodies.key(draft.name)
        key = self._owners.key(body, self._owner(draft))
        return EntityKind.ORGANIZATION, key, self._bodies.shown(body), MentionKind.NAME

    def _people_of_a_place(self, name: str) -> tuple[EntityKind, str, str | None, MentionKind]:
        demonyms = self._gazetteer.demonyms
        place = demonyms.get(name) or demonyms.get(name.title())
        if place is not None:
            return EntityKind.PLACE, place, place, MentionKind.DEMONYM
        return EntityKind.OTHER, name, None, MentionKind.NAME

    def _place(self, draft: Draft) -> tuple[EntityKind, str, str | None, MentionKind]:
        known, name = self._gazetteer, draft.name
        if (draft.line, draft.first) in self._capitals:
            government = known.governments[known.seats[name]]
            return EntityKind.ORGANIZATION, fold(government), government, MentionKind.METONYM
        shown = known.place(name) or known.place(name.title())
        return EntityKind.PLACE, shown or name, shown, MentionKind.NAME

    def _owner(self, draft: Draft) -> Owner | None:
        if draft.label is not Label.ORGANIZATION or draft.name in self._gazetteer.bodies:
            return None
        return owner_of(draft, self._lines[draft.line], self._gazetteer)


def _definitions(named: Sequence[Draft], lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """Yield full and short name where the article writes ``full (short)`` or ``short (full)``."""
    for left, right in pairwise(named):
        line = lines[left.line]
        if (
            left.label is right.label is Label.ORGANIZATION
            and left.line == right.line
            and line.words(left.last + 1, right.first - 1) in (["("], ["(", "the"])
            and line.word(right.last + 1) in (")", ",", ";")
        ):
            is_turned = left.name.isupper() and " " in right.name
            yield (right.name, left.name) if is_turned else (left.name, right.name)


def _descriptions(draft: Draft, line: Line, gazetteer: Gazetteer) -> list[str]:
    """Return what this mention calls its person, the title first, or whose body it is."""
    if draft.label is Label.ORGANIZATION:
        owner = owner_of(draft, line, gazetteer)
        is_told = owner is not None and draft.name not in gazetteer.bodies
        return [line.wording(owner.first, draft.last)] if owner and is_told else []
    if draft.label is not Label.PERSON:
        return []
    found = []
    start = described_from(line, draft.first, gazetteer)
    if start < draft.first and line.word(start) not in _HONORIFICS:
        found.append(line.wording(start, draft.first - 1))
    behind = set_off(line, draft.last)
    if behind is not None:
        found.append(behind)
    return found
