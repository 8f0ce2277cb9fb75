"""What the rules find in the ten demo articles, against what a careful reader finds.

The gold lies in ``demo_gold.txt``, a line an event or a statement. The articles are our
own text; none of their names, places or phrases stands in a rule or list. The rules were
made better while looking at them, so the figures hold what is reached and prove nothing new.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from casefile.extraction.rules.engine import RulesEngine
from casefile.model.findings import Findings, FoundEvent, FoundFact
from casefile.reading.read import read_file

SAMPLES = Path(__file__).parents[2] / "sample_data"
GOLD = Path(__file__).parent / "demo_gold.txt"
TODAY = date(2026, 11, 22)

KEEPS_PLACE = 0.8
KEEPS_DATE = 0.8


@dataclass(frozen=True)
class Wanted:
    """An event as a reader tells it; "-" stands for what nobody can know."""

    file: str
    kinds: tuple[str, ...]
    modalities: tuple[str, ...]
    secret: bool | None
    first: date | None
    last: date | None
    places: tuple[str, ...]
    who: frozenset[str]
    also: frozenset[str]
    """Who may be named beside them; neither wanted nor wrong."""


@dataclass(frozen=True)
class Said:
    """A statement: words of its span, who says it, its hedge, whether it is denied."""

    file: str
    words: str
    speaker: str | None
    hedge: str | None
    is_denied: bool


@cache
def found(file: str) -> tuple[str, Findings]:
    (path,) = SAMPLES.glob(f"{file}.*")
    article = read_file(path, name=path.name, today=TODAY)
    return article.text, RulesEngine().extract(article)


def rows(section: str) -> list[tuple[str, list[str]]]:
    """Return the rows of one section of the gold, each with its file."""
    kept, here, file = [], "", ""
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            here = line.strip("[]")
        elif line.startswith("= "):
            file = line[2:]
        elif line.strip() and not line.startswith("#") and here == section:
            kept.append((file, [field.strip() for field in line.split("|")]))
    return kept


def wanted() -> list[Wanted]:
    return [_wanted(file, fields) for file, fields in rows("events")]


def _wanted(file: str, fields: list[str]) -> Wanted:
    kinds, modalities, secret, when, places, who, *also = fields
    first, last = (when.split("/") * 2)[:2] if when != "-" else (None, None)
    return Wanted(
        file,
        tuple(kinds.split("/")),
        tuple(modalities.split("/")),
        {"secret": True, "open": False}.get(secret),
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
        tuple(places.split("/")) if places != "-" else (),
        frozenset(who.split(", ")) if who != "-" else frozenset(),
        frozenset(also[0].split(", ")) if also else frozenset(),
    )


def said() -> list[Said]:
    return [
        Said(
            file,
            words,
            None if who == "-" else who,
            None if hedge == "-" else hedge,
            polarity == "denied",
        )
        for file, (words, who, hedge, polarity) in rows("facts")
    ]


def names_of(event: FoundEvent, findings: Findings) -> set[str]:
    return {findings.entities[one.entity].name for one in event.participants}


def place_of(event: FoundEvent, findings: Findings) -> str | None:
    return None if event.place is None else findings.entities[event.place].name


def dates_meet(event: FoundEvent, one: Wanted) -> bool:
    if one.first is None or one.last is None or event.date is None:
        return False
    first, last = event.date.earliest, event.date.latest
    return first is not None and last is not None and first <= one.last and one.first <= last


def likeness(event: FoundEvent, one: Wanted, findings: Findings) -> int:
    """Return how well a found event fits the wanted one; 0 where it is none of it."""
    if event.kind.value not in one.kinds:
        return 0
    shared = len(names_of(event, findings) & one.who)
    same_place = bool(one.places) and place_of(event, findings) in one.places
    far = event.date is not None and event.date.earliest is not None and one.first is not None
    if far and not dates_meet(event, one):
        return 0
    evidence = 2 * shared + 3 * same_place + 2 * dates_meet(event, one)
    if one.who and not shared and not same_place:
        return 0
    return 1 + evidence


def paired(
    kinds: tuple[str, ...] | None = None,
) -> tuple[list[tuple[Wanted, FoundEvent | None]], int]:
    """Pair wanted and found events, the best first; return pairs and what is found beyond."""
    pairs: list[tuple[Wanted, FoundEvent | None]] = []
    spurious = 0
    for file in dict.fromkeys(one.file for one in wanted()):
        _, findings = found(file)
        golds = [one for one in wanted() if one.file == file and _counts(one.kinds, kinds)]
        free = [event for event in findings.events if _counts((event.kind.value,), kinds)]
        scores = sorted(
            (
                (-likeness(event, one, findings), left, right)
                for left, one in enumerate(golds)
                for right, event in enumerate(free)
                if likeness(event, one, findings)
            ),
        )
        match: dict[int, int] = {}
        for _, left, right in scores:
            if left not in match and right not in match.values():
                match[left] = right
        pairs += [
            (one, free[match[left]] if left in match else None) for left, one in enumerate(golds)
        ]
        spurious += len(free) - len(match)
    return pairs, spurious


def _counts(kinds: tuple[str, ...], asked: tuple[str, ...] | None) -> bool:
    return asked is None or not set(kinds).isdisjoint(asked)


def rate(hits: list[bool]) -> float:
    return sum(hits) / len(hits) if hits else 1.0


def scores(kinds: tuple[str, ...] | None = None) -> dict[str, float]:
    """Return the shares of what is found, and of what is right where it is found."""
    pairs, spurious = paired(kinds)
    met = [(one, event) for one, event in pairs if event is not None]
    right = extra = missing = 0
    for one, event in met:
        names = names_of(event, found(one.file)[1])
        right += len(names & one.who)
        extra += len(names - one.who - one.also)
        missing += len(one.who - names)
    total = len(met) + spurious
    return {
        "found": len(met) / len(pairs),
        "spurious": spurious / total if total else 0.0,
        "date": rate([dates_meet(event, one) for one, event in met if one.first]),
        "place": rate(
            [place_of(event, found(one.file)[1]) in one.places for one, event in met if one.places]
        ),
        "modality": rate([event.modality.value in one.modalities for one, event in met]),
        "secret": rate(
            [event.secret == one.secret for one, event in met if one.secret is not None]
        ),
        "participants": 2 * right / (2 * right + extra + missing) if right else 0.0,
    }


MEETINGS = {
    "found": 0.8,
    "date": KEEPS_DATE,
    "place": KEEPS_PLACE,
    "modality": 0.8,
    "secret": 0.8,
    "participants": 0.8,
}


@pytest.mark.parametrize(("what", "least"), MEETINGS.items(), ids=MEETINGS)
def test_the_meetings_of_the_demo_are_found(what: str, least: float) -> None:
    assert scores(("meeting",))[what] >= least


def test_few_meetings_are_made_up() -> None:
    assert scores(("meeting",))["spurious"] <= 0.25


EVENTS = {"found": 0.6, "date": 0.85, "place": 0.8, "modality": 0.8, "participants": 0.8}


@pytest.mark.parametrize(("what", "least"), EVENTS.items(), ids=EVENTS)
def test_the_events_of_the_demo_are_found(what: str, least: float) -> None:
    assert scores()[what] >= least


def test_few_events_are_made_up() -> None:
    assert scores()["spurious"] <= 0.25


def fact_of(one: Said) -> tuple[FoundFact | None, Findings]:
    text, findings = found(one.file)
    for fact in findings.facts:
        if one.words in fact.span.of(text):
            return fact, findings
    return None, findings


def test_who_says_so_is_told() -> None:
    facts = [(one, fact_of(one)[0]) for one in said() if one.speaker]
    right = [
        fact is not None and any(one.speaker in link.name for link in fact.attribution)
        for one, fact in facts
        if one.speaker
    ]
    assert rate(right) >= 0.8


def test_what_is_denied_is_told() -> None:
    facts = [(one, fact_of(one)[0]) for one in said()]
    right = [
        fact is not None and (fact.polarity.value == "denied") == one.is_denied
        for one, fact in facts
    ]
    assert rate(right) >= 0.9


def test_what_is_left_open_is_told() -> None:
    facts = [(one, fact_of(one)[0]) for one in said()]
    right = [fact is not None and (fact.hedge or None) == one.hedge for one, fact in facts]
    assert rate(right) >= 0.8


@pytest.mark.parametrize(
    ("file", "title"),
    [
        ("talks-2014-beijing", "Secret meeting of Japan and North Korea in Beijing"),
        ("talks-2016-dalian", "Secret meeting of Japan and North Korea in Dalian"),
        (
            "harbour-courier-correction",
            "Secret meeting of Edda Marchbank and Colm Haskett at Pilot House",
        ),
    ],
)
def test_a_title_reads_well(file: str, title: str) -> None:
    _, findings = found(file)
    assert title in [event.title for event in findings.events]


if __name__ == "__main__":
    import json

    print(json.dumps({"meetings": scores(("meeting",)), "all": scores()}, indent=1))  # noqa: T201
    for one, event in paired()[0]:
        if event is None:
            print("missing", one.file, one.kinds, one.who)  # noqa: T201
