"""Clauses of a sentence, found without a parser: by commas, linking words and verbs.

A clause here is a stretch that has a subject and a verb of its own. All offsets are
code points into the whole text.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from casefile.extraction.rules.words.places import WordList
from casefile.extraction.rules.words.quotations import is_quoted, quotes
from casefile.extraction.rules.words.verbs import alternatives, phrases, verbs, words
from casefile.model.words import Span

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")

_JOINT = re.compile(
    r"[;,\s](?:(?<=;)(?P<semicolon>\s+)"
    r"|(?<=,)(?:(?P<comma>\s+(?:but|while|whereas|although|though|yet|and|so)\s+)"
    r"|(?P<cause>\s(?:as|because|even though|even as|given that)\s+))"
    r"|(?<=\s)(?:(?P<bare>(?:but|while|whereas)\s+)"
    r"|(?P<reason>(?:as|because|although|though|even though|even as|given that)\s+)))"
)
"""It begins with one set of characters, which makes the search twice as fast."""

_JOINING = WordList("but while whereas although though yet and so as because even given".split())
"""One of these stands in every joint but a semicolon."""

_CONTRAST = re.compile(r"(?:While|Whereas|Although|Though|Even though)\s+")
_SUBORDINATE = re.compile(
    r"(?:If|When|As|After|Before|Since|Once|Unless|Until|Because|Given|Despite|While|Although"
    r"|Though|Whereas|Even|In|On|At|For|With|Without|By|From|During|Following|Under|Among|Over)\b"
)

_PRONOUNS = frozenset("i we you he she they".split())
_LINKS = frozenset("and or but of in on at by for from with to as who whom that".split())

LOOK_AHEAD = 12
"""Words in which a clause must show its verb; longer subjects are left unsplit."""


def trim(text: str, span: Span) -> Span:
    """Return the span without blanks, commas and dashes at its ends."""
    start, end = span.start, span.end
    while start < end and text[start] in " \t\u00a0,;:–—-":
        start += 1
    while end > start and text[end - 1] in " \t\u00a0,;:–—-":
        end -= 1
    return span if start == span.start and end == span.end else Span(start, end)


@cache
def finite() -> frozenset[str]:
    """Return the small-letter words that can be the verb of a clause."""
    known = words("grammar.txt", "auxiliaries") | words("grammar.txt", "past")
    known |= words("grammar.txt", "present")
    for name in ("say", "tell", "act", "position", "silence"):
        for verb in verbs("speech.txt", name):
            known |= {verb.third, verb.past}
    known |= words("grammar.txt", "contractions")
    known |= {word.replace("'", "’") for word in known if "'" in word}
    return known - {"reading", "be", "been", "being", "having"}


def has_verb(words_here: list[str]) -> bool:
    """Tell whether one of the words may be a finite verb."""
    return not finite().isdisjoint(words_here) or any(
        len(word) > 4 and word.endswith("ed") and word != "united" for word in words_here
    )


def opens_clause(text: str, at: int, end: int, look_ahead: int = LOOK_AHEAD) -> bool:
    """Tell whether a subject with a verb of its own begins at this place."""
    found = _take(text, at, end, look_ahead)
    if len(found) < 2:
        return False
    first, rest = found[0], found[1:]
    if first.lower() in contractions():
        return True
    if first.lower() in _PRONOUNS and rest[0].islower() and rest[0] not in _LINKS:
        return True
    if first.lower() in ("to", "not", "in", "on", "at", "by", "for", "from", "with", "including"):
        return False
    if first[0].isupper() or first[0].isdigit() or first.lower() in _subjects():
        return has_verb([word.lower() for word in rest])
    # A bare plural noun: "negotiations have", "officials said", "foreign firms were".
    if first.endswith(("ed", "ing")) or first.lower() in finite():
        return False
    return any(word in finite() for word in rest[:3]) and _has_plural(found[:3])


def _has_plural(found: list[str]) -> bool:
    return any(word.endswith("s") and not word.endswith("ss") for word in found) or (
        found[0] in ("people", "police", "women", "men", "children", "media")
    )


def _take(text: str, at: int, end: int, count: int) -> list[str]:
    """Return the first words before the next mark that ends a clause."""
    for mark in ";:":
        stop = text.find(mark, at, end)
        end = stop if stop >= 0 else end
    return [match.group() for match in islice(_WORD.finditer(text, at, end), count)]


@cache
def _subjects() -> frozenset[str]:
    return words("grammar.txt", "subjects")


@cache
def contractions() -> frozenset[str]:
    """Return the words that are a subject and its verb in one, with either apostrophe."""
    known = words("grammar.txt", "contractions")
    return known | {word.replace("'", "’") for word in known}


@cache
def _speech() -> re.Pattern[str]:
    """Match a clause that begins with a subject and, soon after, a word of saying."""
    said = set()
    for name in ("say", "position"):
        for verb in verbs("speech.txt", name):
            said |= {verb.third, verb.past, verb.base}
    return re.compile(
        rf"(?:(?!(?:but|and|or)\b)[^\W_][\w.’'-]*\s+){{1,6}}(?:(?:continues?"
        rf"|continued)\s+to\s+(?:\w+\s+){{0,2}})?"
        rf"(?:{alternatives(said)})\b(?!\s*[.,;])"
    )


def clauses(text: str, span: Span) -> tuple[Span, ...]:
    """Cut a stretch into coordinated clauses, each with a subject and a verb of its own.

    Nothing is cut inside quotation marks. The linking word stays with the clause
    that it opens; commas between clauses belong to none.
    """
    quoted = quotes(text, span)
    cuts = [span.start]
    lead = _contrast_end(text, span, quoted)
    if lead is not None:
        cuts.append(lead)
    for match in _joints(text, span.start, span.end):
        if is_quoted(match.start(), quoted) or match.start() <= cuts[-1]:
            continue
        if not opens_clause(text, match.end(), span.end):
            continue
        if match.lastgroup in ("reason", "cause") and not _speech().match(
            text, match.end(), span.end
        ):
            continue
        if match.lastgroup != "semicolon" and not _is_whole(text, Span(cuts[-1], match.start())):
            continue
        cuts.append(match.start())
    if len(cuts) == 1:
        whole = trim(text, span)
        return (whole,) if whole.start < whole.end else ()
    ends = [*cuts[1:], span.end]
    parts = (trim(text, Span(*pair)) for pair in zip(cuts, ends, strict=True))
    return tuple(part for part in parts if part.start < part.end)


def _joints(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield what ``_JOINT.finditer`` does, by the words that stand in it."""
    if text.find(";", start, end) >= 0:
        yield from _JOINT.finditer(text, start, end)
        return
    free = start
    for at in _JOINING.starts(text, start, end):
        before = start + len(text[start:at].rstrip()) - 1
        match = _JOINT.match(text, before, end) if before >= free else None
        if match is None and at > free:
            match = _JOINT.match(text, at - 1, end)
        if match:
            yield match
            free = match.end()


def _contrast_end(text: str, span: Span, quoted: tuple[Span, ...]) -> int | None:
    """Return where the main clause begins after "While A is so,"; None without one."""
    opening = _CONTRAST.match(text, span.start, span.end)
    if not opening:
        return None
    at = opening.end()
    while (at := text.find(",", at, span.end)) != -1:
        found = text[opening.end() : at].lower().split()
        if not is_quoted(at, quoted) and has_verb(found) and opens_clause(text, at + 2, span.end):
            return at
        at += 1
    return None


def _is_whole(text: str, span: Span) -> bool:
    """Tell whether what stands before a joint is a clause, not a mere opening phrase."""
    said = text.rfind(" that ", span.start, span.end)
    start = said + len(" that ") if said >= 0 else span.start
    found = [match.group().lower() for match in _WORD.finditer(text, start, span.end)]
    if len(found) < 3 - (said >= 0) or not has_verb(found):
        return False
    opening = _SUBORDINATE.match(text, span.start, span.end)
    return not opening or "," in text[span.start : span.end]


@cache
def _linker() -> re.Pattern[str]:
    """Match what parts the stretches in which a time, a place or an actor belongs to a verb."""
    linkers = {word.replace("-", " ") for word in words("grammar.txt", "linkers")}
    return re.compile(
        rf"[;:]\s|\s[–—-]\s|,\s+(?:but|yet|so)\s|\b(?:{alternatives(linkers)})\b(?!-)",
        re.IGNORECASE,
    )


def stretch(text: str, clause: Span, around: Span) -> Span:
    """Return the part of a clause around a word, up to the next linking words.

    A linking word at the very start of the clause does not count: the stretch
    "When the two met in Rome" is read as a whole.
    """
    start, end = clause.start, clause.end
    for match in _linker().finditer(text, clause.start, clause.end):
        if match.end() <= around.start:
            start = match.end()
        elif match.start() >= around.end:
            end = match.start()
            break
    return trim(text, Span(start, end))


@cache
def sides() -> re.Pattern[str]:
    """Match "the two sides" and the like: both parties, without a name."""
    return re.compile(
        rf"\b(?:two|both)\s+(?:\w+\s+)?(?:{alternatives(phrases('grammar.txt', 'sides'))})\b",
        re.IGNORECASE,
    )


_TWO = WordList(("two", "both"))


def sides_in(text: str, span: Span) -> re.Match[str] | None:
    """Return the first such words in a stretch, or None."""
    return next(_TWO.matches(sides(), text, span.start, span.end), None)
