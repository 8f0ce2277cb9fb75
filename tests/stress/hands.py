"""What a reader does to a small case, drawn at random: one function for each kind of deed.

A deed is its name and what it is given, all plain data, so that hypothesis can make a history
shorter until nothing in it can be left out. Things are named by where they stand in their list,
for what is there depends on what was done before.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy, booleans, integers, just, sampled_from, tuples

from casefile import case as whole
from casefile.case import Case
from casefile.deeds import adding, refreshing
from casefile.deeds.adding import Stated
from casefile.door import asking, deciding, queueing, reviewing, searching, seeing
from casefile.errors import CasefileError, DamagedCase
from casefile.extraction.engine import Engine
from casefile.model.article import Article
from casefile.model.findings import Findings
from casefile.model.review import Reading, Status
from casefile.model.words import FurnitureKind, Kind, Ref, Span, Verdict
from casefile.store.engine import sqlite

TEXTS = (
    "Finland’s Orla Brandt met Sweden’s Ivo Salter in Helsinki on 3 May 2017, Una Reedman said."
    " Brandt left Helsinki the next day. Nobody else was there.\n",
    "Sweden’s Ivo Salter met Finland’s Orla Brandt secretly in Helsinki on 9 May 2017. He left for"
    " Oslo, officials said.\n",
    "Orla Brant spoke to reporters in Oslo on 12 May 2017.\nReedman denied the report.\n",
)

STEPS = 14
"""Decisions and turns of one history of the machine, at most."""

FOUND = (Kind.SOURCE, Kind.ENTITY, Kind.EVENT, Kind.FACT)
"""Kinds of what is in every case."""

Given = Mapping[str, SearchStrategy[Any]]
Deed = tuple[str, Mapping[str, Any]]

DEEDS: dict[str, tuple[Callable[..., object], Given]] = {}
"""By name each kind of deed: what does it, and what that is given besides the case."""

At = tuple[Kind, int]
"""A thing by its kind and its place in their list, from behind where that is negative."""


def deed(**given: SearchStrategy[Any]) -> Callable[[Callable[..., object]], Callable[..., object]]:
    """Make a function one of :data:`DEEDS`; it takes a case, and what is told here of it."""

    def keep(do: Callable[..., object]) -> Callable[..., object]:
        DEEDS[do.__name__] = (do, given)
        return do

    return keep


def things(*kinds: Kind) -> SearchStrategy[At]:
    """Draw things of some kinds, those that came last as well as those that were first."""
    return tuples(sampled_from(kinds), integers(0, 5) | integers(-3, -1))


def histories(longest: int, *more: str) -> SearchStrategy[list[Deed]]:
    """Draw histories of one reader, in which also ``more`` is done."""
    given = {name: given for name, (_, given) in DEEDS.items()} | {name: {} for name in more}
    one = [tuples(just(name), st.fixed_dictionaries(told)) for name, told in given.items()]
    return st.lists(st.one_of(one), max_size=longest)


def do(case: Case, one: Deed) -> bool:
    """Do something; tell whether it could be done."""
    name, told = one
    try:
        if name in DEEDS:
            DEEDS[name][0](case, **told)
        else:
            getattr(case, name)(**told)
    except DamagedCase:
        raise  # what a reader can do damages no case, nor does the store refuse it
    except CasefileError:
        return False
    return True


def ref(case: Case, at: At) -> Ref:
    """Return what stands somewhere in a list now; where that is empty something made up."""
    kind, number = at
    ids = case.ids(kind)
    return Ref(kind, ids[number % len(ids)] if ids else 1)


PASSAGES = tuples(integers(0, 60), integers(1, 20)).map(lambda one: Span(one[0], sum(one)))


@deed(at=things(*FOUND), to=st.none() | things(*FOUND), on_words=booleans())
def note(case: Case, at: At, to: At | None, on_words: bool) -> None:
    on, body = ref(case, at), f"ask her of [[{ref(case, to)}]]" if to else "why?"
    case.add_note(on, body, span=Span(3, 9) if on_words and on.kind is Kind.SOURCE else None)


@deed(at=things(Kind.NOTE), to=st.none() | things(*FOUND))
def edit_note(case: Case, at: At, to: At | None) -> None:
    case.edit_note(ref(case, at), f"ask of [[{ref(case, to)}]]" if to else "changed")


@deed(at=things(Kind.NOTE))
def delete_note(case: Case, at: At) -> None:
    case.delete_note(ref(case, at))


@deed(on=st.lists(things(Kind.NOTE), min_size=2, max_size=2))
def delete_notes(case: Case, on: Sequence[At]) -> None:
    case.delete_notes([ref(case, at) for at in on])


@deed(
    on=st.lists(things(*FOUND), min_size=1, max_size=2),
    add=sampled_from([["a"], ["B"], ["to check"], []]),
    remove=sampled_from([[], ["a"], ["B"]]),
)
def tag(case: Case, on: Sequence[At], add: list[str], remove: list[str]) -> None:
    case.tag([ref(case, at) for at in on], add=add, remove=remove)


@deed(to=sampled_from(["c", "B"]))
def rename_tag(case: Case, to: str) -> None:
    case.rename_tag("a", to)


@deed()
def drop_tag(case: Case) -> None:
    case.drop_tag("B")


@deed(
    on=st.lists(things(Kind.ENTITY, Kind.EVENT, Kind.FACT), min_size=1, max_size=2),
    status=sampled_from(Status),
)
def status(case: Case, on: Sequence[At], status: Status) -> None:
    case.set_status([ref(case, at) for at in on], status, reason="so")


@deed(
    on=st.lists(things(Kind.FACT), min_size=1, max_size=2),
    reading=sampled_from([*Reading, None]),
)
def read(case: Case, on: Sequence[At], reading: Reading | None) -> None:
    case.set_reading([ref(case, at) for at in on], reading, reason="seen")


@deed(on=st.lists(things(Kind.SOURCE), min_size=1, max_size=2), is_unsure=booleans())
def doubt_date(case: Case, on: Sequence[At], is_unsure: bool) -> None:
    how = Reading.UNSURE if is_unsure else None
    case.set_reading([ref(case, at) for at in on], how, reason="no day")


@deed(at=things(Kind.SOURCE), number=integers(0, 2))
def choose_day(case: Case, at: At, number: int) -> None:
    case.choose_day(ref(case, at), number, reason="so it says")


@deed(at=things(Kind.SOURCE), words=sampled_from(["mid-May 2017", "2018-06-01", ""]))
def date_source(case: Case, at: At, words: str) -> None:
    case.date_source(ref(case, at), words, reason="it says so")


@deed(at=things(Kind.SOURCE), reason=sampled_from(["", "twice"]))
def remove(case: Case, at: At, reason: str) -> None:
    case.remove(ref(case, at), reason=reason)


@deed(number=integers(0, 2))
def restore(case: Case, number: int) -> None:
    if gone := case.removed():
        case.restore(gone[number % len(gone)].ref)


@deed(on=st.lists(things(Kind.SOURCE), min_size=2, max_size=2))
def remove_some(case: Case, on: Sequence[At]) -> None:
    case.remove(*(ref(case, at) for at in on))


@deed()
def restore_all(case: Case) -> None:
    if gone := case.removed():
        case.restore(*(one.ref for one in gone))


@deed(at=things(Kind.SOURCE), grade=sampled_from(["A", "F", None]))
def grade_source(case: Case, at: At, grade: str | None) -> None:
    case.set_grade([ref(case, at)], grade)


@deed(at=things(Kind.FACT), grade=sampled_from(["1", "6", None]))
def grade_fact(case: Case, at: At, grade: str | None) -> None:
    case.set_grade([ref(case, at)], grade)


@deed(at=things(Kind.SOURCE, Kind.EVENT), is_so=booleans())
def sensitive(case: Case, at: At, is_so: bool) -> None:
    case.set_sensitive([ref(case, at)], is_so)


@deed(
    form=sampled_from(["Helsinki", "Orla Brandt", "Oslo", "Salter", "Reedman"]),
    at=st.none() | things(Kind.SOURCE),
)
def reject(case: Case, form: str, at: At | None) -> None:
    case.reject(form, source=ref(case, at) if at else None)


@deed(at=things(Kind.SOURCE), span=PASSAGES)
def reject_one(case: Case, at: At, span: Span) -> None:
    source = ref(case, at)
    marks = [one for one in case.marks(source.id) if one.ref.kind is Kind.ENTITY]
    text = case.source(source.id).text
    found = next((one.span for one in marks if one.span.end > span.start), span)
    case.reject(found.of(text), source=source, span=found)


@deed(at=things(Kind.SOURCE), span=PASSAGES, label=sampled_from(["story", *FurnitureKind]))
def relabel(case: Case, at: At, span: Span, label: str) -> None:
    case.relabel(ref(case, at), span, label)


@deed(
    at=things(Kind.SOURCE),
    stated=sampled_from(
        [{"published": "2018-06-01"}, {"title": "Another"}, {"publisher": "", "author": "I"}]
    ),
)
def correct_source(case: Case, at: At, stated: dict[str, str]) -> None:
    case.correct(ref(case, at), stated)


@deed(
    at=things(Kind.ENTITY),
    stated=sampled_from(
        [{"name": "Zed Ypsilon"}, {"alias": "Zed"}, {"kind": "other"}, {"name": ""}]
    ),
)
def correct_entity(case: Case, at: At, stated: dict[str, str]) -> None:
    case.correct(ref(case, at), stated)


@deed(
    at=things(Kind.EVENT),
    stated=sampled_from(
        [
            {"date": "before 2002", "place": "Oslo"},
            {"title": "Talks"},
            {"place": ""},
            {"participant": "Oslo=host"},
            {"participants": "Una Reedman"},
            {"no-participant": "Orla Brandt"},
        ]
    ),
)
def correct_event(case: Case, at: At, stated: dict[str, str]) -> None:
    case.correct(ref(case, at), stated)


@deed(
    at=things(Kind.FACT),
    stated=sampled_from(
        [
            {"said-by": "a paper; Una Reedman"},
            {"said-by": ""},
            {"about": "Oslo"},
            {"event": "event:1"},
            {"polarity": "denied", "hedge": "may"},
            {"statement": "So"},
        ]
    ),
)
def correct_fact(case: Case, at: At, stated: dict[str, str]) -> None:
    case.correct(ref(case, at), stated)


@deed(at=things(Kind.SOURCE), span=PASSAGES, kind=sampled_from(["person", "place"]))
def make_entity(case: Case, at: At, span: Span, kind: str) -> None:
    case.make_entity(ref(case, at), span, kind=kind)


@deed(at=things(Kind.SOURCE), span=PASSAGES, same_as=things(Kind.ENTITY))
def name_entity(case: Case, at: At, span: Span, same_as: At) -> None:
    case.make_entity(ref(case, at), span, same_as=ref(case, same_as))


@deed(
    at=things(Kind.SOURCE),
    span=PASSAGES,
    kind=sampled_from(["meeting", "visit"]),
    who=sampled_from(["Orla Brandt; Ivo Salter=host", "Una Reedman", "Oslo"]),
    when=sampled_from(["3 May 2017", "before 2002", ""]),
)
def make_event(case: Case, at: At, span: Span, kind: str, who: str, when: str) -> None:
    case.make_event(ref(case, at), span, kind=kind, participants=who, date=when)


@deed(
    at=things(Kind.SOURCE),
    span=PASSAGES,
    said_by=sampled_from(["", "a paper; Una Reedman"]),
    of=st.none() | things(Kind.EVENT),
)
def make_fact(case: Case, at: At, span: Span, said_by: str, of: At | None) -> None:
    event = str(ref(case, of)) if of else ""
    case.make_fact(ref(case, at), span, said_by=said_by, about="Oslo", event=event)


@deed(
    kind=sampled_from([Kind.ENTITY, Kind.EVENT]),
    one=integers(1, 9),
    other=integers(0, 5) | integers(-3, -1),
    verdict=sampled_from(Verdict),
)
def judge(case: Case, kind: Kind, one: int, other: int, verdict: Verdict) -> None:
    case.judge(Ref(kind, one), ref(case, (kind, other)), verdict, reason="seen")


@deed(name=sampled_from(["one", "two"]), line=sampled_from(["Brandt", "tag:a", "oslo | helsinki"]))
def save_search(case: Case, name: str, line: str) -> None:
    case.save_search(name, line)


@deed(name=sampled_from(["one", "two"]))
def forget_search(case: Case, name: str) -> None:
    case.forget_search(name)


@deed(at=things(*FOUND), words=sampled_from(["who?", "when?"]), of=sampled_from(["", "her"]))
def ask(case: Case, at: At, words: str, of: str) -> None:
    case.question(ref(case, at), words, of=of)


@deed(number=integers(0, 2))
def answer(case: Case, number: int) -> None:
    if asked := case.questions():
        one = asked[number % len(asked)]
        case.answer_question(one.target, "so it is", words=one.words)


@deed(number=integers(0, 2))
def withdraw(case: Case, number: int) -> None:
    if asked := case.questions():
        one = asked[number % len(asked)]
        case.withdraw_question(one.target, words=one.words)


def conflict(case: Case, number: int) -> Ref:
    """Return one of the conflicts; where there is none something made up."""
    known = [Ref.parse(one["ref"]) for one in case.contents()["conflicts"]]
    return known[number % len(known)] if known else Ref(Kind.CONFLICT, 1)


@deed(number=integers(0, 2))
def note_conflict(case: Case, number: int) -> None:
    case.add_note(conflict(case, number), "which?")


@deed(number=integers(0, 2), of=sampled_from(["", "her"]))
def ask_conflict(case: Case, number: int, of: str) -> None:
    case.question(conflict(case, number), "which of them?", of=of)


CHANGES: Mapping[str, Callable[[str], str]] = {
    "more": lambda text: f"Updated at noon. {text}",
    "less": lambda text: text.partition(". ")[2] or text,
    "other": lambda text: text.replace("Helsinki", "Turku"),
}


@deed(at=things(Kind.SOURCE), change=sampled_from(list(CHANGES)))
def version(case: Case, at: At, change: str) -> None:
    source = ref(case, at)
    text = CHANGES[change](case.source(source.id).text).encode()
    case.add(["-"], stdin=text, stated=Stated(), version_of=source)


@deed(number=integers(0, 3), side=integers(0, 1))
def settle(case: Case, number: int, side: int) -> None:
    if open_ones := [one for one in case.clashes() if one.is_open]:
        one = open_ones[number % len(open_ones)]
        case.settle(one.ref, side)


class Clock:
    """Who decides, and a time that goes on with each decision."""

    def __init__(self, by: str, seconds: int) -> None:
        self.by, self.seconds = by, seconds

    def now(self) -> str:
        """Return the time."""
        return f"2031-01-01T00:{self.seconds // 60:02}:{self.seconds % 60:02}Z"

    def signed(self) -> dict[str, str]:
        """Return who decides and when, as the door has it."""
        self.seconds += 2
        return {"by": self.by, "now": self.now()}


@contextmanager
def by_the(clock: Clock) -> Iterator[None]:
    """Let all be decided by a reader at the times of a clock."""
    with pytest.MonkeyPatch.context() as patch:
        for room in (asking, deciding, queueing, reviewing, searching, seeing, whole):
            for name in ("signed", "now"):
                if hasattr(room, name):
                    patch.setattr(room, name, getattr(clock, name))
        yield


@contextmanager
def found_once() -> Iterator[None]:
    """Let what the rules find in an article be found once: they find the same again."""
    found: dict[tuple[str, Article], Findings] = {}
    extracted = refreshing.extracted

    def known(engine: Engine, article: Article) -> Findings:
        key = (engine.name, article)
        if key not in found:
            found[key] = extracted(engine, article)
        return found[key]

    with pytest.MonkeyPatch.context() as patch:
        for room in (adding, refreshing):
            patch.setattr(room, "extracted", known)
        yield


def make_case(folder: Path) -> Path:
    """Return a case of a few reports, read by the rules."""
    for at, text in enumerate(TEXTS):
        (folder / f"{at}.txt").write_text(text, encoding="utf-8")
    with Case(folder / "a.casefile", create=True) as case:
        paths = [str(folder / f"{at}.txt") for at in range(len(TEXTS))]
        assert not case.add(paths, stated=Stated(published="2017-05-15")).failed
    return folder / "a.casefile"


def backup(path: Path, to: Path) -> None:
    """Copy a case that is open."""
    one, other = sqlite.connect(path), sqlite.connect(to)
    try:
        one.backup(other)
    finally:
        one.close()
        other.close()


def chosen(whole: float, share: float) -> settings:
    """Return how hypothesis runs a share of a programme of so many histories.

    A history takes half a second: of a small share it is a smaller one.
    """
    return settings(
        max_examples=max(1, round(whole * share**2)),
        stateful_step_count=STEPS,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        report_multiple_bugs=False,
    )
