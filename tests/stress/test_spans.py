"""Every span that a case exports is the text at its offsets, whatever the text is made of.

A programme of 2,000 generated reports: prose about invented people, cut up and mixed with
what strangers' files hold: other scripts, marks, controls, menus, broken quotations. The
ordinary run does a share of it; ``--share 1`` does all.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from casefile.case import Case
from casefile.deeds.adding import Stated

REPORTS = 2_000
BATCH = 100
"""Reports in one case."""

PEOPLE = (
    "Amina Diallo|Kofi A. Mensah|Jean-Luc O’Brien|Nguyen Van Thanh|Saeed al-Rahbi|Diallo"
    "|Dr. Ilze Bērziņa"
)
BODIES = "the Harbour Board|Togo’s Ministry of Ports (MP)|the African Union|AU|Lagos Herald|MP"
PLACES = "Lomé|Port-au-Prince|the city of Aden|Reykjavík|Kazakhstan|Beijing|南京|Одесса|القاهرة"
DAYS = "on Monday|on 3 May 2019|in mid-June|last November|from 3 to 7 Sept.|in the 1990s|二〇一九年"
SAID = "said|told reporters|denied|claimed|warned|did not say|reportedly learned"
DEEDS = (
    "met {person} in {place} {day}|signed an agreement with {body}|was arrested in {place} {day}"
    "|never visited {place}|would meet {person} {day}|had been killed in an attack near {place}"
)
SHAPES = (
    "{person} {deed}.|{person}, the head of {body}, {said} that {person} {deed}."
    "|“{person} {deed},” {person} {said} {day}.|According to {body}, {person} {deed}|By {person}"
    "|{place}, {day} ({body}) — {person} {deed}.|{body}: {person} {deed}!|Photo: {person}"
    "|RELATED: {person} {deed}|{person} {deed}; {body} {deed}.|Subscribe to {body}"
    '|{person} ({body}) {said}: "{person} {deed}."'
)
ODD = (
    *("\u200b", "\u202e", "\ufeff", "e\u0301", "👩\u200d👩\u200d👧", "\x1b[31m", "\x00", "\t"),
    *("“", '"', "(", "..", "\u2028", "\xa0", "—", "🇹🇬", "\r", "<b>", "[[x]]", "’s", "İ", "ǅ", "ﬁ"),
)


def report(random: Random) -> str:
    """Return one generated report."""
    lines = [line(random) for _ in range(random.randint(1, 14))]
    return random.choice(["\n", "\n\n", "\r\n", " "]).join(lines)


def line(random: Random) -> str:
    """Return one line of it: a sentence, now and then with something odd in its midst."""
    made = filled(random, random.choice(SHAPES.split("|")))
    for _ in range(random.choice([0, 0, 0, 1, 3])):
        at = random.randint(0, len(made))
        made = made[:at] + random.choice(ODD) + made[at:]
    return made.upper() if random.random() < 0.05 else made


def filled(random: Random, shape: str) -> str:
    """Return a shape with each of its words chosen anew."""
    choices = {
        "person": PEOPLE,
        "body": BODIES,
        "place": PLACES,
        "day": DAYS,
        "said": SAID,
        "deed": DEEDS,
    }
    while "{" in shape:
        name = shape[shape.index("{") + 1 : shape.index("}")]
        shape = shape.replace("{" + name + "}", random.choice(choices[name].split("|")), 1)
    return shape


def spans(exported: dict[str, Any]) -> Iterator[tuple[str, int, int, str]]:
    """Yield source, start, end and text of everything in an export that has all four."""
    for kind, nested in (("entities", "mentions"), ("events", "evidence")):
        for row in exported[kind]:
            for one in row[nested]:
                yield one["source"], one["start"], one["end"], one["text"]
    for row in exported["facts"]:
        yield row["source"], row["start"], row["end"], row["text"]
    for row in exported["conflicts"]:
        for one in row["values"]:
            if one["start"] is not None:
                yield one["source"], one["start"], one["end"], one["text"]


@pytest.mark.stress
@pytest.mark.parametrize("batch", range(REPORTS // BATCH))
def test_every_exported_span_is_the_text_at_its_offsets(
    batch: int, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if batch >= REPORTS // BATCH * request.config.getoption("--share"):
        pytest.skip("not in this share of the programme: --share 1 does all")
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(BATCH):
        text = report(Random(batch * BATCH + number))
        (folder / f"{number:03}.txt").write_bytes(text.encode())
    with Case(tmp_path / "generated.casefile", create=True) as case:
        added = case.add([str(folder)], stated=Stated())
        exported = case.contents()
    assert len(added.added) > BATCH / 2
    texts = {one["ref"]: one["text"] for one in exported["sources"]}
    found = list(spans(exported))
    assert len(found) > BATCH
    wrong = [one for one in found if texts[one[0]][one[1] : one[2]] != one[3] or one[1] >= one[2]]
    assert wrong == []
    closed = {
        one["ref"]: [(f["start"], f["end"]) for f in one["furniture"] if f["kind"] == "boilerplate"]
        for one in exported["sources"]
    }
    resting = [
        (source, start, end)
        for source, start, end, _ in found
        if any(start < stop and begin < end for begin, stop in closed[source])
    ]
    assert resting == []
