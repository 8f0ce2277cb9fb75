"""Lines that say who made an article or a picture, and when: bylines, captions, datelines."""

import re
from dataclasses import dataclass

from casefile.model.words import Span
from casefile.reading.days import MONTH, WEEKDAY, days
from casefile.reading.lexicon import agencies
from casefile.reading.lines import Line

_NAME_WORD = r"(?:[^\W\d_a-z][\w’'-]*\.?|de|van|von|der|den|di|da|la|le|bin|al|el)"
_NAME = rf"[^\W\d_a-z][\w’'.-]*(?:\s{_NAME_WORD}){{0,4}}"
_BYLINE = re.compile(
    rf"(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|Text(?:\sby|:)|Author:|Written\sby|Story\sby)\s:?\s?"
    rf"(?P<names>{_NAME}(?:(?:,\s|\sand\s|\sund\s|\set\s|\sy\s|\s&\s|\sAND\s){_NAME}){{0,4}})"
    r"\s?(?P<rest>$|[/|,(•·—–-].{0,80}$|(?:in|IN)\s.{2,40}$)"
)
_ROLE = re.compile(
    r"\b(?:staff|writer|correspondent|reporter|editor|bureau|chief|columnist|contributor|agency"
    r"|reuters|press|news|times|post|journalist|special to)\b",
    re.I,
)
_ROLE_LINE = re.compile(rf"(?P<names>{_NAME})\s?[,/|–—-]\s?(?P<role>[^,/|]{{3,50}})")
_DESK = re.compile(
    r"(?:—|–|-|\*|\()?\s?(?:additional\s|with\s)?(?:reporting|editing|writing|compiled|translated"
    r"|edited|reported|written)(?:\s(?:and|by)\s?(?:writing|editing)?)*(?:\sby\b|:)",
    re.I,
)
_STAMP_WORDS = re.compile(
    r"\b(?:first|originally|last|date|published|publication|posted|updated|modified|issued|created|added"
    r"|on|at|by|of|the|time|from|local|veröffentlicht|aktualisiert|am|um|uhr|stand|publié|mis|à|jour"
    r"|le|publicado|actualizado|el|las|em|pubblicato|aggiornato|il|alle|bijgewerkt|gepubliceerd"
    r"|опубликовано|обновлено)\b|公開|更新|掲載|配信|投稿日?|日時|入力|입력|수정|등록|승인|发布|发表|时间|日期|来源",
    re.I,
)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?"
    r"|\b(?:UTC|GMT|[A-Z]{1,4}[SD]?T)\b(?:\s?[+-]\s?\d{1,2}(?::?\d\d)?)?|\b\d{1,2}時(?:\d{1,2}分)?",
    re.I,
)
_WEEKDAY_WORD = re.compile(rf"\b{WEEKDAY}", re.I)
_LONGEST_STAMP = 120
_MOST_BESIDE_STAMP = 4
"""Letters that may be left of a time stamp without its date, time and stamp words."""

_AGENCY_FORMS = "|".join(sorted(map(re.escape, agencies()), key=len, reverse=True))
_CREDIT_WORD = r"(?i:photo(?:graph)?s?|file\sphoto|pictures?|image|foto|illustration|graphic|video)"
_CAPTION_END = re.compile(
    rf"(?:\([^()]{{0,60}}\b{_CREDIT_WORD}\b[^()]{{0,60}}\)"
    rf"|\b(?i:file\s)?{_CREDIT_WORD}(?i:\s?(?:by|credit|courtesy\sof|from|:|©|/))[^.!?]{{2,80}}"
    rf"|\b(?i:credit|image|courtesy)(?i:\sof|:)\s[^.!?]{{2,80}}"
    rf"|[(\[|©/]\s?(?:[^()\[\]/|]{{2,50}}[/,|]\s?)?(?:{_AGENCY_FORMS})(?:[/\s][^()\[\]/|]{{2,40}})?\s?[)\]]?"
    r"|\([A-Z][^()/]{1,50}/[A-Z][^()/]{1,50}\)"
    r"|（[^（）]{0,30}(?:写真|撮影|提供|共同|時事)[^（）]{0,30}）)\.?$"
)
_CAPTION_START = re.compile(rf"(?i:file\s)?{_CREDIT_WORD}(?i:\sby\b|\scredit|\s?:|\s?©|\scourtesy)")
_LONGEST_CAPTION = 90
"""Words of a caption with its credit."""

_DATELINE = re.compile(
    r"(?P<place>[^\W\d_a-z][^\W\d_a-z .’'-]{1,30}[^\W\d_a-z]"
    r"(?:,\s(?:[A-Z]\.){2,3}|,\s[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)?)"
    rf"(?:,\s(?P<day>(?:{WEEKDAY},?\s)?(?:{MONTH}\s\d{{1,2}}|\d{{1,2}}\s{MONTH})(?:,?\s\d{{4}})?))?"
    r"\s?(?:[(\[](?P<agency>[^()\[\]]{2,40})[)\]])?\s?(?P<dash>—|–|--|-(?=\s)|(?<=[)\]]):)\s?"
)
_AGENCY_FIRST = re.compile(rf"[(\[](?P<agency>{_AGENCY_FORMS})[)\]]\s?(?:—|–|--|-)\s?")
_BULLET = re.compile(r"^[\s•·*–—|(-]+|[\s)|]+$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of a wire story: ``OSLO, May 3 (NTB) —``."""

    span: Span
    """Up to and with the dash."""
    place: str | None
    day: Span | None
    agency: str | None
    """As written."""


def byline(line: Line) -> str | None:
    """Return the author whom a byline names, None if the line is none."""
    if len(line.words) > 200 or line.is_long:
        return None
    match = _BYLINE.fullmatch(line.words)
    if (
        match
        and (len(match["names"].split()) > 1 or match["rest"])
        and not line.words.endswith(".")
    ):
        names = [part for part in match["names"].split(", ") if not _ROLE.search(part)]
        return ", ".join(names).strip(" ,-") or None
    match = _ROLE_LINE.fullmatch(line.words)
    if (
        match
        and len(line.tokens) <= 8
        and _ROLE.search(match["role"])
        and len(match["names"].split()) > 1
    ):
        return match["names"].strip()
    return None


def is_desk_credit(line: Line) -> bool:
    """Tell whether the line thanks the desk: ``Reporting by A; editing by B``."""
    return len(line.tokens) <= 30 and bool(_DESK.match(line.words))


def credited_agency(line: Line) -> str | None:
    """Return the full name of the agency that stands alone on the line, after a bullet or not."""
    bare = _BULLET.sub("", line.words)
    bare = re.sub(r"^(?:Source|By|Credit|Quelle|出典)\s?:?\s", "", bare)
    return agencies().get(bare)


def is_stamp(line: Line) -> bool:
    """Tell whether the line is nothing but a date of publication, with or without a time."""
    if len(line.words) > _LONGEST_STAMP or not any(sign.isdigit() for sign in line.words):
        return False
    rest = line.words
    found = list(days(rest))
    if not found:
        return False
    for day in reversed(found):
        rest = rest[: day.span.start] + " " + rest[day.span.end :]
    for pattern in (_CLOCK, _STAMP_WORDS, _WEEKDAY_WORD):
        rest = pattern.sub(" ", rest)
    return sum(sign.isalnum() for sign in rest) <= _MOST_BESIDE_STAMP


def is_caption(line: Line) -> bool:
    """Tell whether the line describes a picture and credits it."""
    if line.is_long or len(line.tokens) > _LONGEST_CAPTION:
        return False
    if len(line.tokens) <= 15 and _CAPTION_START.match(line.words):
        return True
    return bool(_CAPTION_END.search(line.words)) and credited_agency(line) is None


def dateline(line: Line) -> Dateline | None:
    """Return the dateline with which the line opens, None if it has none.

    The place is in capitals, or a day or an agency stands with it: otherwise any
    sentence with a dash would have one.
    """
    start = line.span.start
    match = _AGENCY_FIRST.match(line.words)
    if match:
        end = start + len(match.group().rstrip())
        return Dateline(Span(start, end), None, None, match["agency"])
    match = _DATELINE.match(line.words) or _MIXED_DATELINE.match(line.words)
    if match is None or len(line.words) - match.end() < 20:
        return None
    place = match["place"]
    town = place.partition(",")[0]
    if not (town.isupper() or match["day"] or agencies().get(match["agency"] or "")):
        return None
    day = Span(start + match.start("day"), start + match.end("day")) if match["day"] else None
    return Dateline(
        Span(start, start + len(match.group().rstrip())), place.strip(), day, match["agency"]
    )


_MIXED_DATELINE = re.compile(
    rf"(?P<place>[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){{0,3}}(?:,\s[A-Z][\w.]+)?)"
    rf"(?:,\s(?P<day>(?:{WEEKDAY},?\s)?(?:{MONTH}\s\d{{1,2}}|\d{{1,2}}\s{MONTH})(?:,?\s\d{{4}})?))?"
    r"\s?(?:[(\[](?P<agency>[^()\[\]]{2,40})[)\]])?\s?(?P<dash>—|–|--|-(?=\s)|(?<=[)\]]):)\s?"
)
