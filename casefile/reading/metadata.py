"""Who published an article and who wrote it, as far as its own lines say."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from casefile.model.words import FurnitureKind
from casefile.reading import signed
from casefile.reading.furniture import Marks
from casefile.reading.lexicon import agencies
from casefile.reading.lines import Line
from casefile.reading.signed import Dateline

_COPYRIGHT = re.compile(
    r"(?i:©|\(c\)|copyright)\s?(?i:©|\(c\)|by)?\s?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?,?\s?"
    r"(?i:by\s)?(?P<name>[^\W\d_a-z][^.,|·©\n]{2,50})"
)
_YEARS_BEFORE = re.compile(r"^[\s\d–-]+|\s*(?:(?:19|20)\d\d)?\s*$")
_COMPANY = re.compile(
    r"(?:\s(?:all rights reserved|inc|ltd|llc|limited|corp|corporation|co|plc|gmbh)\b\.?)+.*$",
    re.I,
)
_STATED = re.compile(
    r"(?i:this (?:article|story|report|piece) (?:was )?(?:originally |first )?"
    r"(?:appeared|published|ran)(?: first| originally)?|originally published|first published"
    r"|originally appeared|source)\s?"
    r"(?:(?i:in|by|on|at|from)|:)\s(?P<name>(?:[Tt]he\s)?[^\W\d_a-z][^.,;:|\n]{2,50})"
)
_MEDIA_WORD = (
    r"(?:Times|Post|News|Herald|Tribune|Journal|Gazette|Guardian|Telegraph|Observer|Chronicle|Star"
    r"|Sun|Globe|Mail|Press|Daily|Weekly|Courier|Dispatch|Examiner|Inquirer|Independent|Ledger"
    r"|Monitor|Record|Register|Republic|Sentinel|Standard|Tribune|Voice|World|Bulletin|Review"
    r"|Advertiser|Argus|Citizen|Echo|Examiner|Express|Mirror|Messenger|Reporter|Shimbun|Shinbun"
    r"|Ilbo|Sinmun|Shimun|Zeitung|Spiegel|Monde|Figaro|País|Mundo|Folha|Corriere|Repubblica"
    r"|Agency|Broadcasting|Radio|Television|TV|Magazine|Online|Today|Wire|Newspaper|Mercury|Age)"
)
_RECIPIENT = re.compile(
    r"\b(?:told|tells|confirmed\s(?:with|to)|interview(?:s|ed)?\swith|spoke\s(?:to|with)"
    r"|speaking\s(?:to|with)|obtained\sby|learned\sby|seen\sby|reviewed\sby|contacted\sby|interviewed\sby)\s"
    rf"(?P<name>[Tt]he\s(?:[^\W\d_a-z][\w’'-]*\s){{1,3}}?{_MEDIA_WORD})\b(?!\s[A-Z]|[’']s?\s[a-z])"
)
"""An outlet that was spoken to, named with its article: a paper names itself in this way."""

_OUTLET = re.compile(rf"\b(?:[Tt]he\s)?(?P<name>(?:[^\W\d_a-z][\w’'-]*\s){{1,3}}{_MEDIA_WORD})\b")
_REPORTS = re.compile(
    r"\s?(?:also\s|has\s|had\s)?(?:report(?:ed|s)|said|says|wrote|writes|suggests|added)\b"
)
_REACH = 200
"""Lines of story that are looked through for a self-reference: articles have fewer."""


def author(lines: Sequence[Line], found: Marks) -> str | None:
    """Return the names in the first byline, None if there is none that names a person."""
    for at in sorted(found):
        if found[at] is FurnitureKind.BYLINE:
            name = signed.byline(lines[at])
            if name and name not in agencies():
                return name
    return None


def publisher(lines: Sequence[Line], found: Marks, opening: Dateline | None) -> str | None:
    """Return who published the article, None where it does not say.

    In order: the agency in the dateline, an agency that stands alone on a line, the
    holder of the copyright, a statement such as "first published in", and an outlet
    that the article says was spoken to, if it is the only one it names.
    """
    if opening is not None and opening.agency:
        return _agency(opening.agency)
    marked = [lines[at] for at in sorted(found)]
    for at in sorted(found):
        if found[at] is FurnitureKind.BYLINE:
            name = signed.credited_agency(lines[at]) or _agency_byline(lines[at])
            if name:
                return name
    for line in marked:
        name = _holder(line.words)
        if name:
            return name
    for line in lines:
        match = _STATED.match(line.words) if len(line.tokens) < 30 else None
        if match:
            return match["name"].strip()
    return _self_reference([lines[at] for at in range(len(lines)) if at not in found][:_REACH])


def _agency(words: str) -> str | None:
    """Return the agency of a dateline, where several are joined the first that is known."""
    for part in re.split(r"[/,]", words):
        if part.strip() in agencies():
            return _short(part.strip())
    is_name = words[:1].isupper() and not words.isdigit()
    return words.strip() if is_name and len(words.split()) <= 4 else None


def _short(form: str) -> str:
    return form.removeprefix("The ")


def _agency_byline(line: Line) -> str | None:
    name = signed.byline(line)
    return agencies().get(name) if name else None


def _holder(words: str) -> str | None:
    match = _COPYRIGHT.search(words)
    if match is None:
        return None
    name = _YEARS_BEFORE.sub("", _COMPANY.sub("", match["name"])).strip(" -–—")
    is_name = name[:1].isupper() and name.lower() not in (
        "all rights reserved",
        "copyright",
        "reserved",
    )
    return name if is_name and len(name) > 2 else None


def _self_reference(story: Sequence[Line]) -> str | None:
    spoken_to = Counter(
        match["name"] for line in story for match in _RECIPIENT.finditer(line.words)
    )
    if not spoken_to:
        return None
    name = spoken_to.most_common(1)[0][0]
    said = _key(name)
    return name if all(_key(other) == said for other in _outlets(story)) else None


def _outlets(story: Sequence[Line]) -> Iterator[str]:
    """Yield every outlet that the story names, with or without its article."""
    for line in story:
        for match in _OUTLET.finditer(line.words):
            tail = line.words[match.end() : match.end() + 30]
            if _RECIPIENT.search(line.words) or _REPORTS.match(tail):
                yield match["name"]


def _key(name: str) -> str:
    return re.sub(r"(?i)^the\s", "", name).casefold()
