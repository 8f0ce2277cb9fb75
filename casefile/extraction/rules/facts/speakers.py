"""Who the speakers of an article are: entities for words, "he" and "the paper"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from casefile.extraction.rules.entities.mentions import is_person, within
from casefile.extraction.rules.events.standins import meant_by_pronoun
from casefile.extraction.rules.parts import Names, Sentence
from casefile.extraction.rules.speech.names import Speaker
from casefile.extraction.rules.speech.words import is_anonymous, is_outlet
from casefile.model.findings import FoundSpeaker
from casefile.model.words import EntityKind, MentionKind, Span

_THE = re.compile(r"^(?:the|The)\s+(?=\S)")
_PAPER = re.compile(
    r"(?:the|The|that) (?:South |North )?(?:[A-Z]?\w+ )?(?:newspaper|paper|daily|weekly"
    r"|agency|news agency|magazine|broadcaster"
    r"|outlet|report|article|network|channel|website|tabloid|wire service)s?"
)
_HE = re.compile(r"(?:he|she)", re.IGNORECASE)
_GOVERNMENT = re.compile(r"\s*(?:government|authorities|side|administration|delegation)\s*$")
_GENERIC = re.compile(
    r"(?:the |The )?(?:report|reports|media|article|document|statement|letter|study)"
)


@dataclass(slots=True)
class Resolver:
    """Names the speakers of one article, in order of the text.

    It remembers the outlet told last, so that "the newspaper" means it.
    """

    text: str
    names: Names
    sentences: tuple[Sentence, ...]
    publisher: str | None
    outlet: int | None = field(default=None)

    def chain(self, speakers: Sequence[Speaker], sentence: int) -> tuple[FoundSpeaker, ...]:
        """Return the speakers without the article's own publisher, none of them twice.

        "The newspaper" that was told is left out where nobody knows which one it is.
        """
        found: list[FoundSpeaker] = []
        for at, speaker in enumerate(speakers):
            one = self.speaker(speaker, sentence)
            is_told = [later.cue for later in speakers[at + 1 : at + 2]] == [speaker.cue]
            if is_told and one.entity is None and _PAPER.fullmatch(speaker.span.of(self.text)):
                continue
            if self._is_publisher(one) or any(_is_same(one, other) for other in found):
                continue
            found.append(one)
        return tuple(found)

    def speaker(self, speaker: Speaker, sentence: int) -> FoundSpeaker:
        """Return one speaker with the entity that it names, if it names one."""
        words = speaker.span.of(self.text)
        entity = self._entity(speaker.span, words, sentence)
        if entity is not None and is_outlet(words):
            self.outlet = entity
        name = self._name(speaker.span, words, entity)
        return FoundSpeaker(name, entity, speaker.cue, speaker.span)

    def _name(self, span: Span, words: str, entity: int | None) -> str:
        """Return the words; of a person the name alone, of others all but a leading "the"."""
        if entity is not None and self.names.entities[entity].kind is EntityKind.PERSON:
            persons = [one for one in within(self.names, span) if one.entity == entity]
            several = {one.entity for one in within(self.names, span) if is_person(self.names, one)}
            if persons and len(several) == 1:
                return persons[0].span.of(self.text)
        return " ".join(_THE.sub("", words, count=1).split())

    def _entity(self, span: Span, words: str, sentence: int) -> int | None:
        if _HE.fullmatch(words):
            return meant_by_pronoun(self.text, self.names, self.sentences, sentence, span.start)
        if _PAPER.fullmatch(words):
            return self.outlet
        mentions = within(self.names, span)
        persons = [
            one for one in mentions if is_person(self.names, one) and not self._owns(one.span)
        ]
        if persons:
            return persons[0].entity
        if is_anonymous(words) or not mentions:
            return None
        last = mentions[-1]
        behind = self.text[last.span.end : span.end]
        if last.kind is MentionKind.DEMONYM:
            return last.entity if _GOVERNMENT.fullmatch(behind) else None
        if re.fullmatch(r"(?:[’']s)?\s*", behind):
            return last.entity
        first = mentions[0]
        return (
            first.entity
            if first.span.start - span.start <= 4 and not self._owns(first.span)
            else None
        )

    def _owns(self, span: Span) -> bool:
        return self.text[span.end : span.end + 1] in ("’", "'")

    def _is_publisher(self, one: FoundSpeaker) -> bool:
        if not self.publisher:
            return False
        names = [one.name]
        if one.entity is not None:
            names.append(self.names.entities[one.entity].name)
        return any(_bare(name) == _bare(self.publisher) for name in names)


@lru_cache(maxsize=1024)
def _bare(name: str) -> str:
    """Return a name to compare it; the last are kept: each speaker is compared some times over."""
    return re.sub(r"^the\s+|[’']s$|\W+$", "", name.strip().lower())


def _is_same(one: FoundSpeaker, other: FoundSpeaker) -> bool:
    if one.entity is not None and one.entity == other.entity:
        return True
    return _bare(one.name) == _bare(other.name)


def kind_of(one: FoundSpeaker, names: Names) -> str | None:
    """Return ``outlet``, ``anonymous`` or ``official``; None for anybody else.

    An office is a government, a ministry or a country that speaks, or somebody
    whose words name an office.
    """
    if is_anonymous(one.name):
        return "anonymous"
    if is_outlet(one.name) or _GENERIC.fullmatch(one.name):
        return "outlet"
    if one.entity is None:
        return "official" if _OFFICE.search(one.name) else None
    entity = names.entities[one.entity]
    if is_outlet(entity.name):
        return "outlet"
    if entity.kind is EntityKind.PERSON:
        return "official" if entity.description and _OFFICE.search(entity.description) else None
    if entity.kind is EntityKind.PLACE or _OFFICE.search(entity.name):
        return "official"
    return None


_OFFICE = re.compile(
    r"\b(?:government|ministry|minister|president|premier|spokes(?:man|woman|person)"
    r"|ambassador|secretary"
    r"|chancellor|embassy|army|police|military|court|prosecutors?|office|department|authorities"
    r"|commission(?:er)?|council|governor|mayor|parliament|general|king|prince|envoy|leader"
    r"|director|bureau"
    r"|senator|lawmaker|administration|agency|chief)\b",
    re.IGNORECASE,
)
