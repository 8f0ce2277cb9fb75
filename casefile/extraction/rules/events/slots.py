"""The slots of one word that tells of an event: who takes part, and where it happens."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from casefile.extraction.rules.events.actors import actors, named
from casefile.extraction.rules.events.sites import place_of
from casefile.extraction.rules.events.stretches import part_of
from casefile.extraction.rules.speech.statement import Statement
from casefile.extraction.rules.tellings.arguments import taking_part
from casefile.extraction.rules.tellings.classes import Words, words_of
from casefile.extraction.rules.tellings.telling import Reader
from casefile.extraction.rules.tellings.triggers import PART, Trigger
from casefile.model.findings import FoundMention
from casefile.model.words import Span

_SEVERAL = re.compile(r"(?:the |these |those )?(?:two|both|three|four|five|six|several)\b", re.I)


@dataclass(frozen=True, slots=True)
class Slots:
    """What the words around a trigger say of its event."""

    words: Words
    """The words of the sentence, or of the aside that the trigger stands in."""
    part: Span
    """The part of the clause that belongs to the trigger."""
    people: tuple[Span, ...]
    """Where those who take part are named or described, in order of the text."""
    actors: tuple[FoundMention, ...]
    """Those of them that have a name."""
    place: FoundMention | None

    @property
    def nameless(self) -> int:
        """How many take part who are only described; of "two officials", two."""
        text = self.words.text
        bare = (
            one for one in self.people if not any(one.overlaps(other.span) for other in self.actors)
        )
        return sum(2 if _SEVERAL.match(one.of(text)) else 1 for one in bare)


def slots(reader: Reader, statement: Statement, trigger: Trigger, *, whole: Span) -> Slots:
    """Fill the slots of a trigger that stands in a statement.

    ``whole`` is the sentence, in which its phrases are read.
    """
    read = words_of(reader, whole, trigger.span)
    text, names = reader.text, reader.names
    part = part_of(text, statement, trigger)
    site = place_of(text, names, part, trigger)
    if trigger.form == PART:
        return Slots(read, part, (), named(names, part), site)
    countries = reader.parties.countries
    place = site.entity if site else None
    found = actors(text, names, part, trigger, place=place, countries=countries)
    described = taking_part(read, trigger)
    own = [one for one in described if site is None or not one.overlaps(site.span)]
    return Slots(read, part, _together(text, (one.span for one in found), own), found, site)


def _together(
    text: str, named_spans: Iterable[Span], described: Iterable[Span]
) -> tuple[Span, ...]:
    """Return the phrases, and the names that stand in none of them.

    A phrase reaches over the name that it hangs on: "officials from Peru" are one side.
    """
    phrases = list(described)
    for name in named_spans:
        if any(name.overlaps(other) for other in phrases):
            continue
        for at, other in enumerate(phrases):
            if other.end < name.start and _HANGS.fullmatch(text, other.end, name.start):
                phrases[at] = Span(other.start, name.end)
                break
        else:
            phrases.append(name)
    return tuple(sorted(phrases))


_HANGS = re.compile(r"\s+(?:from|of)\s+(?:the\s+)?")
