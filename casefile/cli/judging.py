"""What waits for a judgement, and judging it, from the shell: ``judge`` and ``review``."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from casefile.case import Case
from casefile.cli.printing import line, mention, say, say_entry, say_json, say_styled
from casefile.cli.words import FILE, WORDS
from casefile.model.review import Reading
from casefile.model.words import Kind, Ref, Verdict

if TYPE_CHECKING:
    from casefile.deeds.judging import Proposal

KINDS = ("aliases", "events", "facts", "dates")
"""What is asked about, in the order it is listed."""


@click.command()
@click.argument("case", type=FILE)
@click.argument("ref", type=WORDS)
@click.argument("words", type=WORDS, nargs=-1, required=True, metavar="[OTHER] JUDGEMENT")
@click.option("--reason", default="", type=WORDS, help="Why, in one line.")
def judge(case: Path, ref: str, words: tuple[str, ...], reason: str) -> int:
    """Judge what waits in CASE, as 'casefile review' lists it.

    \b
    REF OTHER same|different|unsure   two entities, or two events
    REF right|wrong|unsure|open       a fact: was it read rightly?
    REF 1|2|...|none|unsure|open      a source: on which day was it published?

    Another date is stated by 'casefile set REF --published DATE'. No ref is rewritten;
    what follows from a judgement falls back when it is taken back. It outranks every
    machine's. 'open' takes back that a fact was right or wrong, or a date unsure.
    """  # noqa: D301  (the backspace is Click's sign for lines that stay as they are)
    thing = Ref.parse(ref)
    if len(words) > 2:
        raise click.UsageError(f"{' '.join(words)!r} is no judgement: see --help")
    with Case(case) as open_case:
        if len(words) == 2:
            return _judge_pair(open_case, thing, Ref.parse(words[0]), words[1], reason)
        word = words[0].lower()
        if word == "none" or word.isdecimal():
            return _date(open_case, thing, 0 if word == "none" else int(word), reason)
        if word not in (*Reading, "open"):
            raise click.UsageError(f"{words[0]!r} is no judgement of {thing}: see --help")
        how = None if word == "open" else word
        done = open_case.set_reading([thing], how, reason=reason)
    say_styled(line(f"{thing}  {word}"))
    if not done.refs:
        mention(f"{thing} says so already: nothing was changed.")
    return 0


def _judge_pair(case: Case, one: Ref, other: Ref, word: str, reason: str) -> int:
    if word.lower() not in Verdict.__members__.values():
        raise click.UsageError(f"{word!r} is no judgement of two: same, different or unsure")
    done = case.judge(one, other, word.lower(), reason=reason)
    first, second = done.leading
    shown = f"shown as {first}" if first == second else f"shown as {first} and {second}"
    say_styled(line(f"{done.left} {done.right}  {word.lower()}: {shown}"))
    if not done.is_new:
        mention("You said so already: nothing was changed.")
    for remark in done.remarks:
        mention(f"note: {remark}")
    return 0


def _date(case: Case, source: Ref, number: int, reason: str) -> int:
    if source.kind is not Kind.SOURCE:
        raise click.UsageError(f"{source} is no source: only those have a date of publication")
    done = case.choose_day(source, number, reason=reason)
    after = done.changed.get("published", (None, None))[1]
    say_styled(line(f"{source}  published: {after or 'not known'}"))
    if not done.changed:
        mention(f"{source} says so already: nothing was changed.")
    for remark in done.remarks:
        mention(f"note: {remark}")
    return 0


@click.command()
@click.argument("case", type=FILE)
@click.option("--kind", type=click.Choice(KINDS), help="Only one kind of question.")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1), help="The most.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def review(case: Path, kind: str | None, limit: int, as_json: bool) -> int:
    """List what waits for a judgement in CASE, with the machine's reason.

    Names that may mean one thing, tellings that may be of one event, facts of low
    certainty, sources whose date of publication is not sure: judge them by 'casefile judge'.
    """
    with Case(case) as open_case:
        asked = _Asked(open_case, (kind,) if kind else KINDS)
        told = list(islice(asked.told(), limit))
    if as_json:
        say_json(told)
        return 0
    for one in told:
        if "left" in one:
            labels = f"{one['left_label']} / {one['right_label']}"
            say_entry(f"{one['left']} {one['right']} ", labels)
        else:
            say_entry(f"{one['ref']} ", str(one["label"]))
        say_entry("      ", str(one["reason"]))
    if asked.total > limit:
        say(f"… and {asked.total - limit:,} more")
    if not asked.total:
        say("Nothing waits for a judgement.")
    return 0


class _Asked:
    """What waits, of some kinds."""

    def __init__(self, case: Case, kinds: tuple[str, ...]) -> None:
        self._case = case
        pairs = case.proposals() if {"aliases", "events"} & {*kinds} else []
        entities = [one for one in pairs if one.left.kind is Kind.ENTITY]
        self._pairs = entities if "aliases" in kinds else []
        if "events" in kinds:
            self._pairs += [one for one in pairs if one.left.kind is Kind.EVENT]
        self._facts = case.doubted() if "facts" in kinds else []
        self._dates = case.undated() if "dates" in kinds else []
        self.total = len(self._pairs) + len(self._facts) + len(self._dates)

    def told(self) -> Iterator[dict[str, object]]:
        """Yield each as it is printed; what is not asked for is not looked up."""
        for pair in self._pairs:
            yield self._pair(pair)
        for fact in self._facts:
            label = self._case.label(fact.ref)
            yield {"ref": str(fact.ref), "kind": "facts", "label": label,
                   "reason": "; ".join(fact.reasons), "doubt": fact.doubt}  # fmt: skip
        for source in self._dates:
            yield self._source(source.ref)

    def _pair(self, one: "Proposal") -> dict[str, object]:
        return {
            "left": str(one.left),
            "right": str(one.right),
            "left_label": self._case.label(one.left),
            "right_label": self._case.label(one.right),
            "reason": one.reason,
            "kind": "aliases" if one.left.kind is Kind.ENTITY else "events",
        }

    def _source(self, ref: Ref) -> dict[str, object]:
        days = [
            {
                "published": day.edtf,
                "basis": day.basis,
                "start": day.passage.span.start if day.passage else None,
                "end": day.passage.span.end if day.passage else None,
            }
            for day in self._case.days_of(ref)
        ]
        told = (f"{at} {day['published']} ({day['basis']})" for at, day in enumerate(days, 1))
        return {
            "ref": str(ref),
            "kind": "dates",
            "label": self._case.label(ref),
            "reason": "; ".join(told) or "its text names no day that it may be",
            "days": days,
        }
