"""What the review queue shows of each kind of question."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from casefile.case import Case
from casefile.core.edtf import shown
from casefile.model.words import Kind
from casefile.tui import text
from casefile.tui.base.manner import turned
from casefile.tui.base.view import CardRow, Shape
from casefile.tui.screens.links import told, told_rows
from casefile.tui.screens.waiting import Ask, Waiting

if TYPE_CHECKING:
    from casefile.deeds.doubting import Doubted
    from casefile.deeds.judging import Effect, Proposal
    from casefile.deeds.publishing import Day, Moved, Undated

Rows = list[CardRow]

_ASKED = {Kind.ENTITY: "Are these one and the same?", Kind.EVENT: "Is this one event?"}

_ABOUT = {
    Ask.ALIASES: "names that may mean one person, body or place: the same, or different?",
    Ask.EVENTS: "tellings that may be of one event: the same, or different?",
    Ask.FACTS: "facts of low certainty, such as one said by “they”: read rightly, or wrongly?",
    Ask.DATES: "sources whose date of publication follows from little: which day is it?",
}

DAYS_OF_YEAR, DAYS_OF_MONTH = 365.25, 30.44


def counts(waiting: Waiting) -> str:
    """Return how many questions of each kind wait, in a line."""
    parts = []
    for ask in Ask:
        count = waiting.count(ask)
        parts.append(f"{ask.value} {'…' if count is None else text.number(count)}")
    return " · ".join(parts)


def closing(waiting: Waiting) -> Rows:
    """Return what is shown where nothing is asked: counts by kind, and what is asked here."""
    missing = [ask for ask in waiting.kinds if waiting.count(ask) is None]
    title = "Looking for what to ask …" if missing else "Nothing waits for a judgement."
    if not missing and waiting.only is not None:
        title = f"No {waiting.only.value} wait.  f goes on to the next kind"
    rows = [CardRow(Shape.TITLE, title), CardRow(Shape.BLANK)]
    for ask in Ask:
        count, done = waiting.count(ask), waiting.done(ask)
        said = "…" if count is None else f"{text.number(count)} wait"
        decided = f", {text.number(done)} decided now" if done else ""
        rows.append(CardRow(Shape.FIELD, f"{said}{decided}", ask.value))
        rows.append(CardRow(Shape.DIM, _ABOUT[ask]))
    said = "What you say here outranks every machine, is in the log (:log) and can be taken back."
    return [*rows, CardRow(Shape.BLANK), CardRow(Shape.TEXT, said)]


def pair(case: Case, one: "Proposal", effect: str, most: int) -> Rows:
    """Return two things that may be one, with passages of both."""
    rows = [
        CardRow(Shape.TITLE, _ASKED[one.left.kind]),
        CardRow(Shape.FIELD, one.reason, "because"),
        CardRow(Shape.FIELD, effect, "if same"),
    ]
    for ref in one.leading:
        if ref.kind is Kind.EVENT:
            [event] = case.event_rows([ref.id])
            head = CardRow(Shape.LINK, event.title, told(event), ref)
        else:
            [entity] = case.entity_rows([ref.id])
            head = CardRow(Shape.LINK, entity.name, f"{entity.kind.value} · {ref}", ref)
        rows += [CardRow(Shape.BLANK), head, *told_rows(case.passages(ref, most), ref)]
    return rows


def fact(case: Case, one: "Doubted") -> Rows:
    """Return a fact with what makes it doubtful, and the passage it was read from."""
    told_fact = case.fact(one.ref.id)
    said = " › ".join(
        f"{speaker.name} ({speaker.verb})" if speaker.verb else speaker.name
        for speaker in told_fact.attribution
    )
    put = ", ".join(
        how
        for how in (
            turned(told_fact),
            f"hedged by “{told_fact.hedge}”" if told_fact.hedge else "",
            "quoted" if told_fact.quoted else "",
        )
        if how
    )
    left = case.left_without(one.ref)
    event = case.label(left[0]) if left else ""
    effect = "is shown as rejected"
    if left:
        effect += f"; leaves {text.count_of(left[1], 'fact')} of this event"
    fields = (
        ("says so", said or "the source itself"),
        ("put as", put or "affirmed"),
        ("event", event),
        ("if wrong", effect),
    )
    rows = [CardRow(Shape.TITLE, "Does the source say this?")]
    rows.append(CardRow(Shape.LINK, told_fact.statement, str(one.ref), one.ref))
    rows += [CardRow(Shape.FIELD, value, label) for label, value in fields if value]
    rows += [CardRow(Shape.FIELD, reason, "doubt") for reason in one.reasons]
    passages = told_rows([case.in_context(one.ref)], one.ref)
    return [*rows, CardRow(Shape.BLANK), CardRow(Shape.HEADING, "The passage"), *passages]


def date(case: Case, one: "Undated", days: "Sequence[Day] | None", effects: Sequence[str]) -> Rows:
    """Return a source and the days it may have, each with its basis, place and effect."""
    [source] = case.source_rows([one.ref.id])
    now = "not known"
    if source.published:
        now = f"{shown(source.published)}, {source.published_basis}"
    rows = [
        CardRow(Shape.TITLE, "When was this published?"),
        CardRow(Shape.LINK, source.title, source.publisher or str(one.ref), one.ref),
        CardRow(Shape.FIELD, now, "now"),
    ]
    if days is None:
        return [*rows, CardRow(Shape.DIM, "Looking for the days that it may be …")]
    if not days:
        rows.append(CardRow(Shape.DIM, "Its text names no day that it may be: t types one, as"
                    " one speaks (mid-May 2024), 0 says that it is not known."))  # fmt: skip
    passages = {day.passage.span: day.passage for day in days if day.passage}
    for at, day in enumerate(days):
        effect = effects[at] if at < len(effects) else "…"
        rows.append(CardRow(Shape.HEADING, f"{at + 1}  {shown(day.edtf)}", effect))
        rows.append(CardRow(Shape.DIM, day.basis))
    if passages:
        rows += [CardRow(Shape.BLANK), *told_rows(passages.values(), one.ref)]
    return rows


def joins(effect: "Effect") -> str:
    """Say what would follow from the same.

    >>> from casefile.deeds.judging import Effect
    >>> joins(Effect(joined=7, conflicts=1, others=0))
    'joins 7 facts, makes 1 conflict'
    """
    parts = [f"joins {text.count_of(effect.joined, 'fact')}"]
    if effect.conflicts > 0:
        parts.append(f"makes {text.count_of(effect.conflicts, 'conflict')}")
    if effect.conflicts < 0:
        parts.append(f"ends {text.count_of(-effect.conflicts, 'conflict')}")
    if effect.others:
        parts.append(f"joins {text.count_of(effect.others, 'other pair')} with it")
    return ", ".join(parts)


def moves(moved: "Moved") -> str:
    """Say what a date would do to the events of its source.

    >>> from casefile.deeds.publishing import Moved
    >>> moves(Moved(dated=0, moved=4, days=-366, undated=0))
    'moves 4 events of this source a year back'
    """
    parts = []
    if moved.dated:
        parts.append(f"dates {text.count_of(moved.dated, 'event')}")
    if moved.moved:
        by = _span(abs(moved.days)) + (" back" if moved.days < 0 else " on")
        parts.append(f"moves {text.count_of(moved.moved, 'event')} of this source {by}")
    if moved.undated:
        parts.append(f"leaves {text.count_of(moved.undated, 'event')} without a date")
    return ", ".join(parts) or "moves no event of this source"


def _span(days: int) -> str:
    for length, word, one in ((DAYS_OF_YEAR, "year", "a"), (DAYS_OF_MONTH, "month", "a")):
        count = round(days / length)
        if count and days > length * 0.9:
            return f"{one} {word}" if count == 1 else f"{count} {word}s"
    return "a day" if days == 1 else f"{days} days"
