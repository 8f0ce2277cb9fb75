"""Whether a word that may be a date is one where it stands."""

from collections.abc import Sequence

from casefile.extraction.rules.dates.grammar import Found
from casefile.extraction.rules.dates.lexicon import TAG
from casefile.extraction.rules.dates.tokens import Token

_CUE = frozenset(
    TAG[name] for name in ("in", "until", "from", "to", "of", "between", "before", "both")
)
"""Words after which a month or year is looked for."""
_QUALIFIES = frozenset(TAG[name] for name in ("part", "edge", "last", "this", "next", "past"))
_DETERMINES = frozenset(TAG[name] for name in ("the", "article", "owner"))
_YEAR_BEFORE = _CUE | _QUALIFIES | {TAG["open"]}
_LOOSE = frozenset(TAG[name] for name in ("of", "from", "about", "and", "or", "comma"))
"""Words after which four digits and a plural are a count: "of 1900 guests"."""
_LISTS = frozenset(TAG[name] for name in ("and", "or", "comma", "dash"))

_COUNTED = frozenset(
    (
        "people", "persons", "men", "women", "children", "troops", "soldiers", "workers", "jobs",
        "employees", "cases", "dollars", "yen", "won", "euros", "pounds", "tons", "tonnes", "miles",
        "km", "kilometers", "kilometres", "meters", "metres", "feet", "points", "shares", "members",
        "households", "voters", "seats", "refugees", "homes", "gmt", "utc", "hours", "local",
        "copies", "pages", "committee", "guests", "protesters",
    )
)  # fmt: skip
"""What four digits count when they are no year."""
_MAKES_A_NAME = frozenset(("day", "revolution", "monarchy", "war", "crisis", "madness"))
"""What makes a month a name: May Day, the October Revolution."""
_STREET = frozenset(
    ("street", "st", "avenue", "ave", "road", "rd", "boulevard", "blvd", "drive", "lane", "highway")
)
_OWNERS = frozenset(("its", "his", "her", "their", "our", "my", "that", "these", "those"))
_YEAR_CUES = frozenset(("fiscal", "due", "year", "day", "eve"))
_BACK_TO = frozenset(("dating", "dates", "dated", "back", "prior", "up"))
_OPENS = frozenset(["was", "saw", "is", "has", "marked", "brought", "began", "ended", "proved"])
"""Verbs whose subject can be a year: "2016 saw"."""


def is_month(found: Found, name: str, *, listed: bool = False) -> bool:
    """Tell whether a kept word is a month: never "May said", "March on", "June Carter"."""
    at = found.kept[name]
    words = found.words
    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    if "y" in found:
        return True
    if after is not None and after.word in _MAKES_A_NAME:
        return False
    cued = before is not None and before.tag in _CUE | _QUALIFIES
    if before is not None and before.word == "to" and words[at].tag == TAG["maybe"]:
        cued = False
    if listed or cued or at > found.first:
        return True
    if words[at].tag == TAG["maybe"]:
        return _is_listed(found, at) or _stands_before_noun(before, after)
    return not (after is not None and after.tag == TAG["name"] and not _determined(before))


def _is_listed(found: Found, at: int) -> bool:
    """Tell whether another month stands beside, joined by "and", "or" or a comma."""
    months = (TAG["month"], TAG["maybe"])
    words = found.words
    if at >= 2 and words[at - 1].tag in _LISTS and words[at - 2].tag in months:
        return True
    return at + 2 < len(words) and words[at + 1].tag in _LISTS and words[at + 2].tag == TAG["month"]


def _determined(before: Token | None) -> bool:
    return before is not None and before.tag in _DETERMINES


def _stands_before_noun(before: Token | None, after: Token | None) -> bool:
    """Tell whether it is like "the May summit", and not "the March on the capital"."""
    return _determined(before) and after is not None and after.tag == TAG["word"]


def is_year(found: Found, name: str, *, behind: bool = True) -> bool:
    """Tell whether four digits are a year: never a count, an address or a number of a law."""
    at = found.kept[name]
    words = found.words
    if at > found.first:
        return True
    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    if behind and counts(found, at):
        return False
    if before is None:
        return not behind or (after is not None and after.word in _OPENS)
    if before.tag in _LOOSE and _is_plural(after):
        return False
    if before.tag == TAG["about"]:
        return before.word == "circa" or (at >= 2 and words[at - 2].tag in _CUE)
    if before.tag == TAG["of"]:
        return at < 2 or words[at - 2].tag not in (TAG["day"], TAG["number"], TAG["other"])
    if before.tag == TAG["to"]:
        return (
            not behind or before.word == "through" or (at >= 2 and words[at - 2].word in _BACK_TO)
        )
    if before.tag in _YEAR_BEFORE or before.word in _YEAR_CUES:
        return True
    if before.tag in _LISTS and at >= 2 and words[at - 2].tag == TAG["year"]:
        return True
    return not behind or _names_a_thing(words, at)


def _is_plural(word: Token | None) -> bool:
    return word is not None and word.tag == TAG["word"] and word.word.endswith("s")


def _names_a_thing(words: Sequence[Token], at: int) -> bool:
    """Tell whether it is like "the 2014 accord" or "its failed 1996 campaign"."""
    if at + 1 == len(words) or words[at + 1].tag not in (TAG["word"], TAG["name"]):
        return False
    before = words[at - 1]
    if _determined(before) or before.word in _OWNERS:
        return True
    # Behind an adjective a plural is more often what is counted: "the other 1996 delegates".
    owned = at >= 2 and (_determined(words[at - 2]) or words[at - 2].word in _OWNERS)
    return owned and before.tag == TAG["word"] and not _is_plural(words[at + 1])


def counts(found: Found, at: int) -> bool:
    """Tell whether the number there counts something, or is one of a street."""
    behind = found.words[at + 1 : at + 4]
    if behind and behind[0].word in _COUNTED:
        return True
    return any(word.word in _STREET for word in behind[1:])


def is_season(found: Found) -> bool:
    """Tell whether a season without a year is a time: "in the spring", not "the fall of"."""
    before, after = found.near(-1), found.near(1)
    if after is not None and after.tag == TAG["of"]:
        return False
    if before is not None and before.word == "over":
        return True
    return before is not None and before.tag in _CUE and before.tag not in (TAG["of"], TAG["to"])
