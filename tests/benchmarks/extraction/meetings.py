"""Measure who meets whom and where on RAMS, with the trigger given and with our own.

    python -m tests.benchmarks.extraction.meetings RAMS.jsonlines … --backend casefile:rules

RAMS (Ebner and others 2020, "Multi-sentence argument linking"): five sentences of news
around one annotated event. Scored are the contact events (discussion, negotiation,
collaboration), their participants and their place. ``dev.jsonlines`` is for development;
``test.jsonlines`` is held back and run once for a release. WikiEvents files (one JSON
object a line with ``event_mentions``) are read as well; all of them are for development.

The measure: a predicted span is right where it overlaps a gold span of its role, and a
gold span is found where a predicted one overlaps it. With the trigger given, the slot
filler of the engine's own event stage is called for it; with our own, it is called where
the engine's own list knows the trigger, and what is not known counts as missed.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from casefile.extraction.rules.engine import RulesEngine
from casefile.extraction.rules.events.asides import Veil
from casefile.extraction.rules.events.finding import slots_at
from casefile.extraction.rules.pipeline import Steps, read
from casefile.extraction.rules.tellings.triggers import trigger_at, triggers
from casefile.model.words import EventKind, Span
from tests.benchmarks.extraction.backend import article, backend
from tests.benchmarks.extraction.scores import counted

CONTACT = ("contact.discussion", "contact.negotiate", "contact.collaborate")
"""Beginnings of the event types of RAMS that are scored."""

WIKI_CONTACT = "Contact.Contact"

ROLES = ("participant", "place")


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated event in its document."""

    text: str
    trigger: Span
    roles: dict[str, tuple[Span, ...]]
    """For each of ``ROLES`` the spans of its arguments."""


@dataclass(slots=True)
class Count:
    """Predicted spans that are right and wrong, gold spans that are missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, gold: Sequence[Span], found: Sequence[Span]) -> None:
        """Add one event."""
        hits = sum(any(one.overlaps(other) for other in gold) for one in found)
        self.right += hits
        self.wrong += len(found) - hits
        self.missed += sum(not any(one.overlaps(other) for other in found) for one in gold)


@dataclass(slots=True)
class Score:
    """Counts over the events."""

    events: int = 0
    known: int = 0
    """Events whose trigger is in the engine's own list."""
    given: dict[str, Count] = field(default_factory=lambda: {role: Count() for role in ROLES})
    own: dict[str, Count] = field(default_factory=lambda: {role: Count() for role in ROLES})


def events(path: Path) -> Iterator[Gold]:
    """Yield the contact events of a file of RAMS or WikiEvents, in order."""
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        yield from _wiki(document) if "event_mentions" in document else _rams(document)


def _rams(document: Any) -> Iterator[Gold]:
    first, last, types = document["evt_triggers"][0]
    if not types[0][0].startswith(CONTACT):
        return
    text, spans = _joined(document["sentences"])
    roles = {
        role: tuple(
            Span(spans[place[0]].start, spans[place[1]].end)
            for _, place, name in document["gold_evt_links"]
            if name.endswith(role)
        )
        for role in ROLES
    }
    yield Gold(text, Span(spans[first].start, spans[last].end), roles)


def _wiki(document: Any) -> Iterator[Gold]:
    sentences = [[token[0] for token in tokens] for tokens, _ in document["sentences"]]
    text, spans = _joined(sentences)
    mentions = {
        one["id"]: Span(spans[one["start"]].start, spans[one["end"] - 1].end)
        for one in document["entity_mentions"]
    }
    for event in document["event_mentions"]:
        wanted = [one for one in event["arguments"] if one["role"] == "Participant"]
        if not event["event_type"].startswith(WIKI_CONTACT) or not wanted:
            continue
        at = event["trigger"]
        roles = {
            role: tuple(
                mentions[one["entity_id"]]
                for one in event["arguments"]
                if one["role"].lower() == role and one["entity_id"] in mentions
            )
            for role in ROLES
        }
        yield Gold(text, Span(spans[at["start"]].start, spans[at["end"] - 1].end), roles)


_NO_BLANK_BEFORE = frozenset(
    ", . ; : ! ? ) ] } '' 's 'S 'm 're 've 'll 'd n't % ... ’ ’s ”".split()
)
_NO_BLANK_AFTER = frozenset("( [ { $ # `` “ ‘".split())


def _joined(sentences: Sequence[Sequence[str]]) -> tuple[str, list[Span]]:
    """Return a plausible text of the tokens, one sentence a line, and where each stands."""
    text, places = "", list[Span]()
    for tokens in sentences:
        last = ""
        for number, token in enumerate(tokens):
            # WikiEvents parts "’s" in two.
            is_split = last == "’" and token in ("s", "t", "re", "ve", "ll", "m", "d")
            # RAMS parts "wide-ranging" in three.
            is_split = is_split or "-" in (token, last)
            if number and not (token in _NO_BLANK_BEFORE or last in _NO_BLANK_AFTER or is_split):
                text += " "
            places.append(Span(len(text), len(text) + len(token)))
            text += token
            last = token
        text += "\n"
    return text, places


def add(score: Score, gold: Gold, steps: Steps, show: list[str]) -> None:
    """Add one event to the score; what is told of it goes to the lines shown."""
    reading = read(article(gold.text), steps)
    trigger = trigger_at(gold.text, gold.trigger, EventKind.MEETING)
    statement = reading.statement_at(trigger.span.start)
    known = statement is not None and any(
        one.span.overlaps(gold.trigger) for one in triggers(gold.text, statement.content)
    )
    found: dict[str, tuple[Span, ...]] = dict.fromkeys(ROLES, ())
    if statement is not None:
        _, _, filled = slots_at(Veil(reading.reader), statement, trigger)
        found = {
            "participant": filled.people,
            "place": (filled.place.span,) if filled.place else (),
        }
    score.events += 1
    score.known += known
    for role in ROLES:
        score.given[role].add(gold.roles[role], found[role])
        score.own[role].add(gold.roles[role], found[role] if known else ())
    show.append(_line(gold, found["participant"]))


def _line(gold: Gold, found: Sequence[Span]) -> str:
    wanted = [one.of(gold.text) for one in gold.roles["participant"]]
    start = max(0, gold.trigger.start - 150)
    around = gold.text[start : gold.trigger.start] + "[" + gold.trigger.of(gold.text) + "]"
    around += gold.text[gold.trigger.end : gold.trigger.end + 120]
    return f"{wanted} {[one.of(gold.text) for one in found]}\n    {' '.join(around.split())}"


def report(score: Score) -> list[str]:
    """Return the figures, one a line."""
    lines = [f"{score.events} events, trigger known for {score.known}"]
    for name, counts in (("given trigger", score.given), ("own trigger", score.own)):
        for role in ROLES:
            one = counts[role]
            result = counted(one.right, one.wrong, one.missed)
            lines.append(
                f"{name:13} {role:11} P {result.precision:.1f} R {result.recall:.1f} "
                f"F1 {result.f1:.1f} of {one.right + one.missed}"
            )
    return lines


def main() -> None:
    """Run the measurement on the files given, all together."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+", help="RAMS or WikiEvents, JSON lines")
    parser.add_argument("--backend", default="casefile:rules", help="casefile:ENGINE")
    parser.add_argument("--show", action="store_true", help="print each event, gold and found")
    chosen = parser.parse_args()
    if not isinstance(backend(chosen.backend), RulesEngine):
        raise SystemExit("Only casefile:rules fills the slots of a trigger that is given.")
    score, shown = Score(), list[str]()
    for path in chosen.files:
        for gold in events(path):
            add(score, gold, Steps(), shown)
    print("\n".join([*(shown if chosen.show else ()), *report(score)]))


if __name__ == "__main__":
    main()
