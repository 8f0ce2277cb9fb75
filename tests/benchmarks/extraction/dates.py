"""Wordings of time against TimeML files, as TempEval-3 scores them.

``python -m tests.benchmarks.extraction.dates FOLDER_OF_TML --backend casefile:rules``

Data: a folder of ``.tml`` files with TIMEX3 marks, for example TimeBank and AQUAINT of
the TempEval-3 release, which the rules were developed on; the Platinum files of the same
release are held back and read once for a release (an earlier version of the rules was
measured on their points in time). No file is stored here.

Measure: relaxed F1 (some character is shared), strict F1 (the same characters) and value
F1 (relaxed, and the ``value`` is the same) over DATE, TIME, DURATION and SET, each mark
of the corpus counted once; and words a second of processor time, of finding alone. TimeML
marks both ends of a range, so "May 3-5" is cut in two before it is compared.
"""

import argparse
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from casefile.core import calendar, edtf
from casefile.extraction.rules.dates.find import find_dates
from casefile.extraction.rules.parts import DateMention
from casefile.extraction.rules.words.sentences import readable
from tests.benchmarks.extraction.backend import article, backend

_POINTS = ("DATE", "TIME")
_JOINT = re.compile(r"\s*(?:[-–—,]|\b(?:to|and|or|through|until)\b)\s*")
_ONE_UNIT = re.compile(r"\b(?:quarters?|half|weeks?|weekend|months?|years?|decade|century)\b", re.I)
"""In words such as "third-quarter" the hyphen joins no two dates."""

_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
_ISO_WEEK = "{0.year}-W{0.week:02d}"


@dataclass(frozen=True, slots=True)
class Timex:
    """A wording of time with its TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Told:
    """A text of the corpus."""

    name: str
    text: str
    published: date | None
    marks: tuple[Timex, ...]


def read(path: Path) -> Told:
    """Return one TimeML file; its day of publication is that of its first time mark.

    Raises:
        ParseError: The file is not XML.
    """
    root = ElementTree.parse(path).getroot()
    published = next(
        (
            mark.get("value", "")
            for mark in root.iter("TIMEX3")
            if mark.get("functionInDocument") in ("CREATION_TIME", "PUBLICATION_TIME")
            or mark.get("tid") == "t0"
        ),
        "",
    )
    digits = re.match(r"(\d{4})-?(\d\d)-?(\d\d)", published)
    body = root.find(".//TEXT")
    pieces: list[str] = []
    marks = tuple(_walk(root if body is None else body, pieces, [0]))
    day = date(*map(int, digits.groups())) if digits else None
    return Told(path.name, "".join(pieces), day, marks)


def _walk(element: ElementTree.Element, pieces: list[str], at: list[int]) -> Iterator[Timex]:
    """Yield the marks below an element, and gather its text and where that has come to."""
    start = at[0]
    for text in (element.text, None):
        _gather(text, pieces, at)
    for child in element:
        yield from _walk(child, pieces, at)
        _gather(child.tail, pieces, at)
    if element.tag == "TIMEX3" and start < at[0]:
        yield Timex(start, at[0], element.get("type", ""), element.get("value", ""))


def _gather(text: str | None, pieces: list[str], at: list[int]) -> None:
    if text:
        pieces.append(text)
        at[0] += len(text)


def timexes(mention: DateMention, text: str) -> Iterator[Timex]:
    """Yield a wording as TIMEX3: the two ends of a range apart."""
    start, end = mention.span.start, mention.span.end
    first, slash, last = (mention.date.edtf or "").partition("/")
    joint = _JOINT.search(text, start + 1, end - 1)
    if slash and joint and not mention.value and not _ONE_UNIT.search(mention.date.text):
        yield Timex(start, joint.start(), "DATE", _written(first))
        yield Timex(joint.end(), end, "DATE", _written(last))
        return
    yield Timex(start, end, mention.kind.name, _value(mention.value or mention.date.edtf or ""))


def _value(written: str) -> str:
    """Return an EDTF as TIMEX3 writes it; what is no EDTF is TIMEX3 already."""
    if not edtf.is_valid(written) or "/" not in written:
        return _written(written) if edtf.is_valid(written) else written
    earliest, latest = edtf.bounds(written)
    if earliest is None or latest is None:
        return written
    days = (latest - earliest).days
    if days == 6:
        return _ISO_WEEK.format(earliest.isocalendar())
    if days == 1 and latest.weekday() == 6:
        return _ISO_WEEK.format(earliest.isocalendar()) + "-WE"
    for months, letter in ((3, "Q"), (6, "H")):
        number, odd = divmod(earliest.month - 1, months)
        if not odd and calendar.months(earliest.year, earliest.month, months)[1] == latest:
            return f"{earliest.year}-{letter}{number + 1}"
    return written


def _written(end: str) -> str:
    """Return one end of an EDTF in TIMEX3: ``197``, ``2019-SP``."""
    plain = end.rstrip("~?%").rstrip("X")
    season = _SEASONS.get(plain[5:]) if len(plain) == 7 else None
    return f"{plain[:4]}-{season}" if season else plain


@dataclass
class Score:
    """Counts over all texts."""

    found: int = 0
    marked: int = 0
    strict: int = 0
    relaxed: int = 0
    valued: int = 0

    def f1(self, right: int) -> float:
        """Return the harmonic mean of precision and recall, in per cent."""
        return 200 * right / ((self.found + self.marked) or 1)

    def add(self, told: Told, found: Sequence[Timex], errors: Counter[str]) -> None:
        """Count one text."""
        left = list(told.marks)
        self.found += len(found)
        self.marked += len(left)
        for one in found:
            words = told.text[one.start : one.end]
            hit = next((m for m in left if m.start < one.end and one.start < m.end), None)
            if hit is None:
                errors[f"extra  {words!r} {one.type} {one.value}"] += 1
                continue
            left.remove(hit)
            self.relaxed += 1
            self.strict += (hit.start, hit.end) == (one.start, one.end)
            self.valued += hit.value == one.value
            if hit.value != one.value:
                marked = told.text[hit.start : hit.end]
                errors[
                    f"value  {words!r} {one.value}; marked {marked!r} {hit.value};"
                    f" published {told.published} {told.name}"
                ] += 1
        for one in left:
            words = told.text[one.start : one.end]
            errors[f"missed {words!r} {one.type} {one.value}"] += 1


def find(told: Told) -> list[Timex]:
    """Return what the product finds in a text."""
    sentences = readable(article(told.text, told.published))
    found = find_dates(told.text, sentences, first=told.published, last=told.published)
    return [one for mention in found for one in timexes(mention, told.text)]


def main() -> None:
    """Print the score of a folder, and its most frequent errors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--backend", required=True, help="casefile:rules")
    parser.add_argument("--points-only", action="store_true", help="DATE and TIME alone")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    asked = parser.parse_args()
    backend(asked.backend)  # Every engine finds dates by the same rules.
    score, errors, words, seconds = Score(), Counter[str](), 0, 0.0
    for told in map(read, sorted(asked.folder.glob("*.tml"))):
        start = time.process_time()
        found = find(told)
        seconds += time.process_time() - start
        words += len(told.text.split())
        if asked.points_only:
            found = [one for one in found if one.type in _POINTS]
            marks = tuple(one for one in told.marks if one.type in _POINTS)
            told = Told(told.name, told.text, told.published, marks)
        score.add(told, found, errors)
    print(
        f"{score.marked} marks, {score.found} found: relaxed {score.f1(score.relaxed):.1f}"
        f"  strict {score.f1(score.strict):.1f}  value {score.f1(score.valued):.1f}"
        f"  {words / (seconds or 1):,.0f} words/s"
    )
    for error, count in errors.most_common(asked.errors):
        print(f"{count:4} {error}")


if __name__ == "__main__":
    main()
