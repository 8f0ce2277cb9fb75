"""Where the name of a speaker begins and ends."""

import re
from functools import cache, lru_cache

from casefile.extraction.rules.speech.words import CITING, HOW, WHEN
from casefile.extraction.rules.words.clauses import finite, has_verb, trim
from casefile.extraction.rules.words.verbs import alternatives, words
from casefile.model.records import record
from casefile.model.words import Span


@record(frozen=True, slots=True)
class Speaker:
    """Somebody who says something, where it stands."""

    span: Span
    """The words that name the speaker, without titles behind a comma."""
    cue: str


LONGEST_SPEAKER = 16
"""Words in the name of a speaker; longer stretches are no name."""


_NAME_STOP = re.compile(
    r",|;|:|[.]\s*$|\s[–—]\s|\s-\s|\b(?:who|which|that|when|after|because|while|where|as)\b"
    r"|\s(?:released|published|issued|posted|obtained|seen|cited|quoted|carried|conducted)\b"
    rf"|\s(?:on|in|last|this|earlier)\s+{WHEN}|\s{HOW}"
)
OPENING = re.compile(
    r"(?:(?:And|But|Yet|So|Still|However|Meanwhile|Also|Then|Earlier|Later|Separately|Instead"
    r"|Additionally|Moreover|Nevertheless|and|but|yet|so|while|whereas|While|although|Although"
    r"|though|Though|as|because|since)\b,?\s+)+"
)
_ADVERBIAL = re.compile(
    r"(?:On|In|At|During|After|Before|Last|This|That|Earlier|Late|Early|Despite|With|For|As|When"
    r"|While|Following|By|From|Speaking|Asked|Under|Citing|Quoting|Also|Yesterday|Today|Monday"
    r"|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Meanwhile|However|Since|Until|To|Among"
    r"|which|who|whose|where|Addressing|Writing|Responding|Reacting|Commenting|Talking|Regarding|Concerning|About"
    r"|Without|Given|If|Although|Though"
    r"|[A-Z][a-z]+ed (?:on|by|in|to|with|at|from)"
    r"|held (?:to|by|in|at|on|for)|[a-z]+ed (?:to|by|in|at|on|for|with)"
    r"|Amid|Amidst|Besides|Beyond|Throughout|Unlike|Like|Because of|Due to|Upon"
    r"|in|on|at|during|after|last|earlier|Two|Three|One)\b[^,“”\"]*,\s+"
)
_DAY = (
    r"(?:\d{1,2}\s+)?(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:\s+\d{1,2}|\s+\d{4}){0,2}"
)
_BARE_TIME = re.compile(
    rf"(?:{WHEN}|(?:[Oo]n|[Ii]n)\s+{_DAY}|Last \w+|This \w+)\s+(?=[A-Z]|(?:he|she|they)\b)"
)
_NOT_SPEAKER = frozenset(
    "it which that what there this these those who one and or nor to not no as than if i when while"
    " in on at with from of by for during under over between into through without within behind"
    " because after before although though since until whereas where how why whose whom".split()
)


_DASHED = re.compile(r"\s?(?:—|–|--|\s-\s)[^—–]{3,120}(?:—|–|--|\s-)\s*$")
"""An aside between dashes right before the verb."""
_ANY_DASH = frozenset("—–-")

_PART_OF_NAME = re.compile(r",\s*(?:Jr|Sr|Inc|Ltd)\b")
_RELATIVE = re.compile(r"(?:which|that|whom|what)\s+(?=\w)")
_SMALL_WORD = re.compile(r"[\w’']+")
_NAME_WORD = re.compile(r"[\w’'.-]+")
_DASH = re.compile(r"\s[–—]")

_ALONE = frozenset("he she they we i you i’m it’s i'm it's".split())
"""Pronouns that are the whole name of who speaks."""


def name_at(text: str, span: Span) -> Span | None:
    """Return the speaker's name at the start of a stretch, up to what cannot belong to it."""
    start = trim(text, span).start
    stop = _NAME_STOP.search(text, start, span.end)
    name = trim(text, Span(start, stop.start() if stop else span.end))
    end = (
        name.end - 1
        if name.of(text).endswith(".") and not re.search(r"\b[A-Z]\.$|Jr\.$|Sr\.$", name.of(text))
        else name.end
    )
    return Span(start, end) if end > start and end - start < 200 else None


def is_name(text: str, span: Span) -> bool:
    """Tell whether the stretch can name somebody: short, no verb, no mere pronoun of things."""
    written = span.of(text)
    found = _NAME_WORD.findall(written)
    if not found or len(found) > LONGEST_SPEAKER or _DASH.search(written):
        return False
    lower = [word.lower() for word in found]
    if lower[0] in _ALONE and len(found) > 1 and not lower[1].endswith(("self", "selves")):
        return False
    if found[0].islower() and found[0].endswith("ing"):
        return False
    if lower[0] in _NOT_SPEAKER and not (lower[0] == "one" and len(found) > 1):
        return False
    if lower[0] in ("who", "whose") or found[-1].lower() in ("to", "of", "and", "the", "also"):
        return False
    # What stands behind "who" may have a verb: "sources who are close to the talks".
    head = lower[1 : lower.index("who")] if "who" in lower else lower[1:]
    return not any(
        word in finite() and word not in ("thought", "found", "read", "cost", "met", "cut")
        for word in head
    )


def cited(text: str, span: Span) -> tuple[Speaker, ...]:
    """Return who is cited in the stretch: "citing two officials"."""
    match = CITING.search(text, span.start, span.end)
    if not match:
        return ()
    return (Speaker(trim(text, Span(*match.span("who"))), match["cue"]),)


def subject(text: str, span: Span) -> Span | None:
    """Return the subject in a stretch that ends before the verb, or None.

    Opening phrases, auxiliaries, adverbs, and what stands behind the first comma
    of the subject are left out: "On Friday, Ana Ruiz, the envoy, has also" is Ana Ruiz.
    """
    start = span.start
    opening = OPENING.match(text, start, span.end)
    start = opening.end() if opening else start
    while adverbial := _ADVERBIAL.match(text, start, span.end):
        start = adverbial.end()
    colon = text.rfind(": ", start, span.end)
    start = colon + 2 if colon >= 0 else start
    time = _BARE_TIME.match(text, start, span.end)
    start = time.end() if time else start
    end = _before_tail(text, start, span.end)
    if not _ANY_DASH.isdisjoint(text[start:end]):
        dashed = _DASHED.search(text, start, end)
        end = dashed.start() if dashed else end
    name = _without_apposition(text, Span(start, end))
    return name if name.start < name.end and is_name(text, name) else None


def _before_tail(text: str, start: int, end: int) -> int:
    """Return where a subject ends that helping words, adverbs and times stand behind."""
    bare = text[start:end].rstrip()
    # Looked for in the last word first, since the whole pattern is slow and seldom fits.
    if not bare or not _may_end_tail(bare.rsplit(None, 1)[-1]):
        return start + len(bare)
    tail = _tail().search(text, start, end)
    return tail.start() if tail else end


def _without_apposition(text: str, span: Span) -> Span:
    """Return the name in "Ana Ruiz, the envoy," and in "for once, Ana Ruiz".

    Where a comma stands before the verb, it closes what was added to the name;
    where none does, the name stands behind the last comma.
    """
    name = trim(text, span)
    comma = text.find(",", name.start, name.end)
    if comma < 0 or _PART_OF_NAME.match(text, comma, name.end):
        return name
    if "," in text[name.end : span.end]:
        return Span(name.start, comma)
    last = text.rfind(",", name.start, name.end)
    if text.find(" and ", last, name.end) > 0 and not text[name.start : last].islower():
        listed = Span(name.start, name.end)
        if all(word[:1].isupper() for word in text[name.start : last].replace(",", "").split()):
            return listed
    behind = trim(text, Span(last, name.end))
    relative = _RELATIVE.match(text, behind.start, behind.end)
    return Span(relative.end(), behind.end) if relative else behind


def first_verb(text: str, span: Span) -> re.Match[str] | None:
    """Return the first word of a clause that can be its verb."""
    for match in _SMALL_WORD.finditer(text, span.start, span.end):
        if has_verb([match.group().lower()]):
            return match
    return None


def first_subject(text: str, span: Span) -> Span | None:
    """Return the subject of a clause by its first word that can be a verb."""
    verb = first_verb(text, span)
    return subject(text, Span(span.start, verb.start())) if verb else None


@lru_cache(maxsize=1024)
def _may_end_tail(word: str) -> bool:
    """Tell whether what ``_tail`` matches may end in a word; the last words are kept."""
    return _end_of_tail().search(word) is not None


@cache
def _end_of_tail() -> re.Pattern[str]:
    """Match in a last word every end of what ``_tail`` matches, and a little more."""
    return re.compile(
        rf"(?:{_helping()}|to|day|yesterday|tomorrow|week|month|year|ago|later|earlier|morning"
        r"|afternoon|evening|night|\d(?:st|nd|rd|th)?"
        r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*),?$"
    )


@cache
def _tail() -> re.Pattern[str]:
    """Match the helping words, adverbs and times between a subject and its verb."""
    return re.compile(
        rf"(?:\s*(?:\b(?:{_helping()})|{WHEN}|\bcontinues? to|\bcontinued to)\b,?)*\s*$"
    )


def _helping() -> str:
    return alternatives(words("grammar.txt", "auxiliaries") | words("grammar.txt", "adverbs"))
