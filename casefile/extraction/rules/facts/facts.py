"""Statements made into facts: who and what they are about, how sure, and on whose word."""

import re
from collections.abc import Sequence
from itertools import islice

from casefile.extraction.rules.entities.mentions import within
from casefile.extraction.rules.events.standins import meant_by_pronoun, pair_before, pronoun_in
from casefile.extraction.rules.speech.polarity import hedge, polarity
from casefile.extraction.rules.speech.statement import Statement
from casefile.extraction.rules.tellings.telling import Reader, Telling
from casefile.extraction.rules.tellings.triggers import triggers
from casefile.extraction.rules.words.clauses import has_verb, sides_in
from casefile.extraction.rules.words.places import words_in
from casefile.extraction.rules.words.quotations import quoted_share
from casefile.model.findings import FoundFact, FoundSpeaker
from casefile.model.words import EventKind, FurnitureKind, Span

MOST_ABOUT = 8
"""Entities that a fact may be about; the first in the text are kept."""

_PEOPLE = re.compile(
    r"\b(?:\d[\d,.]*|a dozen|dozens of|hundreds of|thousands of|two|three|four|five|six|seven"
    r"|eight|nine|ten"
    r"|eleven|twelve)\s+(?:of the\s+|of them\b|other\s+|more\s+)?(?:[\w-]+\s+){0,2}?(?:people"
    r"|persons|men|women|children"
    r"|nationals|citizens|civilians|soldiers|troops|workers|victims|officials|diplomats"
    r"|refugees|students|abductees"
    r"|hostages|prisoners|detainees|suspects|protesters|residents|villagers|police|others|dead|killed|wounded|injured)\b",
    re.IGNORECASE,
)
_PEOPLE_WORDS = frozenset(
    "people persons men women children nationals citizens civilians soldiers troops workers victims"
    " officials diplomats refugees students abductees hostages prisoners detainees suspects"
    " protesters residents villagers police others dead killed wounded injured".split()
)
"""What the pattern ends in; most statements have none, which spares a slow search."""

_HALF = 0.5
"""Share of a statement that must stand in quotation marks for it to be quoted."""

_FEWEST_SAID = 3
"""Words of the shortest thing that is said and makes a fact."""

_LEAD = re.compile(
    r"^(?:(?:and|but|yet|so|while|whereas|although|though|because|as|However|Meanwhile|But"
    r"|And|Yet|While)\b,?\s+)+"
)

_KEEPS_DOT = re.compile(r"\b[A-Z]\.$|\.\.\.$")
_WORD = re.compile(r"[\w’']+")

Told = tuple[Statement, tuple[FoundSpeaker, ...]]


def facts(
    reader: Reader, told: Sequence[Told], events: Sequence[tuple[Telling, ...]]
) -> tuple[FoundFact, ...]:
    """Return a fact for each statement that says something of somebody, in order of the text.

    What nobody is named for counts only if it names an entity, an event or a
    number of people. Titles state nothing: the story says it better.
    """
    by_sentence = _events_by_sentence(events)
    found = []
    for statement, chain in told:
        if statement.furniture is FurnitureKind.TITLE:
            continue
        inside = within(reader.names, statement.span)
        words = _words(reader.text, statement, chain)
        event = _event(statement, by_sentence.get(statement.sentence, ()), events)
        is_worth = bool(chain) or bool(inside) or event is not None or _counts_people(words)
        is_worth = is_worth or any(True for _ in triggers(reader.text, statement.content))
        is_said = bool(chain) and not statement.is_deed
        if not is_worth or not _says_something(words, is_said=is_said):
            continue
        found.append(_fact(reader, statement, chain, event, words))
    return tuple(sorted(found, key=lambda fact: (fact.span, fact.statement)))


def _fact(
    reader: Reader,
    statement: Statement,
    chain: tuple[FoundSpeaker, ...],
    event: int | None,
    words: str,
) -> FoundFact:
    cue = None if statement.is_deed else statement.cue
    return FoundFact(
        span=statement.span,
        statement=words,
        event=event,
        about=_about(reader, statement, chain),
        attribution=chain,
        hedge=hedge(words, cue),
        polarity=polarity(words, cue),
        quoted=_is_quoted(reader.text, statement.content),
        content=statement.gist or statement.content,
    )


def _words(text: str, statement: Statement, chain: tuple[FoundSpeaker, ...]) -> str:
    """Return the statement on one line, without its linking word and its full stop.

    A second deed gets its subject: "but gave no details" is "The mayor gave no details".
    """
    words = " ".join(_without(text, statement.content, statement.asides).split())
    if statement.is_deed and statement.speakers and chain:
        by = statement.speakers[-1].span
        if by.end <= statement.content.start:
            return f"{chain[-1].name} {_bare(words)}"
    return _bare(words)


def _without(text: str, content: Span, asides: tuple[Span, ...]) -> str:
    """Return the content without the words of attribution in its midst: ", officials say,"."""
    pieces, at = [], content.start
    for aside in sorted(asides):
        if at < aside.start and aside.end < content.end:
            pieces.append(text[at : aside.start])
            at = aside.end
    return " ".join((*pieces, text[at : content.end]))


def _bare(words: str) -> str:
    lead = _LEAD.match(words)
    words = words[lead.end() if lead else 0 :].strip(" ,;")
    words = _unquoted(words)
    if words.endswith(".") and not _KEEPS_DOT.search(words, max(0, len(words) - 4)):
        words = words[:-1]
    return words


def _unquoted(words: str) -> str:
    """Return the words without the marks of a quotation that they begin or end in."""
    if words.startswith(("''", "``")):
        words = f"“{words[2:]}"
    if words.endswith("''"):
        words = f"{words[:-2]}”"
    if words[:1] in '“"' and words[1:].count("“") == words[1:].count("”") - (words[-1:] == "”"):
        bare = words[1:]
        return bare[:-1].rstrip(" ,") if bare[-1:] in '”"' else bare
    if words[-1:] == "”" and "“" not in words:
        return words[:-1].rstrip(" ,")
    return words


def _says_something(words: str, *, is_said: bool) -> bool:
    """Tell a sentence from a label: it has a verb and is no question.

    What somebody is told to say may be both: "Was it worth it?" and "Not a chance."
    """
    if is_said:
        return len(list(islice(_WORD.finditer(words.lower()), _FEWEST_SAID))) == _FEWEST_SAID
    found = _WORD.findall(words.lower())
    return len(found) >= 3 and has_verb(found) and not words.endswith("?")


def _counts_people(words: str) -> bool:
    return bool(words_in(words) & _PEOPLE_WORDS) and _PEOPLE.search(words) is not None


def _is_quoted(text: str, content: Span) -> bool:
    return quoted_share(text, content) >= _HALF


def _about(
    reader: Reader, statement: Statement, chain: tuple[FoundSpeaker, ...]
) -> tuple[int, ...]:
    """Return whom the statement names, means by "he" or "the two sides", and who says it."""
    span = statement.span
    about = [mention.entity for mention in within(reader.names, span)]
    at = pronoun_in(reader.text, span)
    if at is not None:
        meant = meant_by_pronoun(
            reader.text, reader.names, reader.sentences, statement.sentence, at
        )
        about += [meant] if meant is not None else []
    if both := sides_in(reader.text, span):
        about += pair_before(
            reader.text,
            reader.names,
            reader.sentences,
            statement.sentence,
            both.start(),
            reader.parties,
        )
    about += [one.entity for one in chain[-1:] if one.entity is not None]
    return tuple(dict.fromkeys(about))[:MOST_ABOUT]


def _events_by_sentence(
    events: Sequence[tuple[Telling, ...]],
) -> dict[int, list[tuple[int, Telling]]]:
    table: dict[int, list[tuple[int, Telling]]] = {}
    for number, told in enumerate(events):
        for one in told:
            table.setdefault(one.sentence, []).append((number, one))
    return table


def _event(
    statement: Statement,
    near: Sequence[tuple[int, Telling]],
    events: Sequence[tuple[Telling, ...]],
) -> int | None:
    """Return the event that the statement is about: told by its first word, speeches last.

    A deed of words ("pledged to") is about that speech before anything else.
    """
    inside = [
        (number, one)
        for number, one in near
        if statement.span.holds(one.trigger) or statement.content.holds(one.trigger)
    ]
    if not inside:
        return None

    def rank(pair: tuple[int, Telling]) -> tuple[bool, bool, int, int]:
        number, one = pair
        is_speech = one.kind in (EventKind.STATEMENT, EventKind.REPORT)
        return (is_speech != statement.is_deed, not one.can_stand, one.trigger.start, number)

    return min(inside, key=rank)[0]
