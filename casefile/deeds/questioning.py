"""Ask about things, and write down what was answered. Each deed one decision."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from casefile.deeds.linked import label
from casefile.errors import CasefileError, UnknownRef
from casefile.model.kept import Question
from casefile.model.words import Kind, Ref, Span
from casefile.store import log
from casefile.store.entities import entity_cluster
from casefile.store.events import event_cluster
from casefile.store.facts import get_fact
from casefile.store.hand import swap
from casefile.store.questions import all_questions, denials_of, question_rows, questions_on
from casefile.store.sources import text_of
from casefile.store.store import Store
from casefile.store.versions import version_mark

LONGEST_QUESTION = 1_000
"""Code points of a question; what needs more is a note."""

LONGEST_ANSWER = 4_000
"""Code points of an answer, and of whom was asked."""

ASKED = (Kind.SOURCE, Kind.ENTITY, Kind.EVENT, Kind.FACT, Kind.CONFLICT)
"""What one can ask about."""


class BadQuestion(CasefileError):
    """A question without words, or none that there is."""


class UnaskedDenial(CasefileError):
    """A fact is to be confirmed that something denies, and nobody was asked about that."""


def ask(
    store: Store,
    target: Ref,
    words: str,
    *,
    of: str = "",
    span: Span | None = None,
    by: str,
    now: str,
) -> Question:
    """Ask something about a thing, or about a passage of a source; or say of whom it was asked.

    The same words on the same thing are the same question: with somebody else to ask it has been
    put to them now; with nobody, or the same, nothing is changed.

    Raises:
        UnknownRef: There is no such thing, or nothing can be asked about it.
        BadQuestion: There are no words, or too many.
    """
    asked, whom = _line(words, LONGEST_QUESTION), _line(of, LONGEST_ANSWER)
    if not asked:
        raise BadQuestion("A question needs some words.")
    with store.write():
        thing = _thing(store, target)
        known = _same(question_rows(store, thing), asked)
        if not known:
            row = {**_row(store, thing, asked, span), "made_by": by, "made_at": now}
            row |= {"asked_of": whom, "asked_at": now if whom else None}
            _decide(store, "question asked", thing, [], [row], by=by, now=now)
        elif gone := [row for row in known if whom not in ("", row["asked_of"])]:
            put = [{**row, "asked_of": whom, "asked_at": now} for row in gone]
            _decide(store, "question changed", thing, gone, put, by=by, now=now)
        return _asked(store, thing, asked, (known or [{}])[0].get("answer"))


def answer(
    store: Store, target: Ref, answer: str, *, words: str = "", by: str, now: str
) -> Question:
    """Write down what was answered; a question that was answered gets the new answer.

    Args:
        store: Open for writing.
        target: What the question is on.
        answer: In one line.
        words: How the question begins; may be left out where one is open, or there is but one.
        by: Who writes it down.
        now: UTC, ISO 8601.

    Raises:
        UnknownRef: There is no such thing.
        BadQuestion: There is no such question, or several; or there is no answer.
    """
    told = _line(answer, LONGEST_ANSWER)
    if not told:
        raise BadQuestion("An answer needs some words.")
    with store.write():
        thing = _thing(store, target)
        known = _one(question_rows(store, thing), words, thing)
        answered = {"answer": told, "answered_by": by, "answered_at": now}
        if gone := [row for row in known if told != row["answer"]]:
            put = [{**row, **answered} for row in gone]
            _decide(store, "question answered", thing, gone, put, by=by, now=now)
        return _asked(store, thing, known[0]["words"], told)


def withdraw(store: Store, target: Ref, *, words: str = "", by: str, now: str) -> Question:
    """Remove a question; undo brings it back.

    Raises:
        UnknownRef: There is no such thing.
        BadQuestion: There is no such question, or several.
    """
    with store.write():
        thing = _thing(store, target)
        known = _one(question_rows(store, thing), words, thing)
        gone = _asked(store, thing, known[0]["words"], known[0]["answer"])
        _decide(store, "question removed", thing, known, [], by=by, now=now)
        return gone


def questions(store: Store, *, matching: str = "") -> list[Question]:
    """Return all questions with what they are on, open ones first, then the latest first.

    ``matching`` narrows them to those that hold all its words, wherever.
    """
    wanted = matching.casefold().split()
    found = []
    for one in reversed(all_questions(store)):
        named = replace(one, target=_leading(store, one.target), target_label=_named(store, one))
        told = " ".join(
            filter(None, (named.words, named.asked_of, named.answer, named.target_label))
        ).casefold()
        if all(word in told for word in wanted):
            found.append(named)
    return sorted(found, key=lambda one: one.answer is not None)


def unasked(store: Store, fact: int) -> Ref | None:
    """Return what denies a fact and of which nobody was asked; None where nothing does.

    One has been asked where somebody was asked, or something answered, about the fact, about its
    event, or about what denies it. A denial that the reader rejected does not count.
    """
    against = denials_of(store, fact)
    if not against:
        return None
    event = get_fact(store, fact).event
    about = [Ref(Kind.FACT, fact), *([Ref(Kind.EVENT, event.id)] if event else [])]
    if _was_put(store, about):
        return None
    return next((one for one in against if not _was_put(store, [one])), None)


def check_asked(store: Store, ref: Ref) -> None:
    """Let a fact be confirmed only where nothing unasked denies it.

    Raises:
        UnaskedDenial: Something does.
    """
    denial = unasked(store, ref.id) if ref.kind is Kind.FACT else None
    if denial is not None:
        verb = "denies" if denial.kind is Kind.FACT else "puts in doubt"
        raise UnaskedDenial(
            f"{denial} {verb} {ref}, and nobody was asked about it: say why {ref} holds all the"
            f" same (--reason), or ask first ('casefile question CASE {denial} ... --of WHO')."
        )


def _was_put(store: Store, about: Iterable[Ref]) -> bool:
    return any(one.was_put for ref in about for one in questions_on(store, _leading(store, ref)))


def _leading(store: Store, ref: Ref) -> Ref:
    try:
        if ref.kind is Kind.ENTITY:
            return Ref(ref.kind, entity_cluster(store, ref.id))
        if ref.kind is Kind.EVENT:
            return Ref(ref.kind, event_cluster(store, ref.id))
    except UnknownRef:
        pass  # It is gone, and the question stays.
    return ref


def _thing(store: Store, target: Ref) -> Ref:
    if target.kind not in ASKED:
        raise UnknownRef(f"Nothing can be asked about a {target.kind.value}.")
    thing = _leading(store, target)
    label(store, thing)
    return thing


def _named(store: Store, one: Question) -> str:
    try:
        return label(store, one.target)
    except UnknownRef:
        return ""


def _line(words: str, most: int) -> str:
    line = " ".join(words.split())
    if len(line) > most:
        raise BadQuestion(f"That is more than {most:,} characters: write a note.")
    return line


def _row(store: Store, thing: Ref, words: str, span: Span | None) -> dict[str, Any]:
    row: dict[str, Any] = {
        "table": "question",
        "target_kind": thing.kind.value,
        "target_id": thing.id,
        "words": words,
        **dict.fromkeys(("start", "stop", "quote", "answer", "answered_by", "answered_at")),
    }
    if span is None:
        return row
    text = text_of(store, thing.id) if thing.kind is Kind.SOURCE else ""
    if not 0 <= span.start < span.end <= len(text):
        raise UnknownRef(f"{thing} has no passage {span.start} to {span.end}.")
    mark = version_mark(store, thing.id)
    version = {"version": mark} if mark else {}
    return {**row, "start": span.start, "stop": span.end, "quote": span.of(text), **version}


def _same(rows: Iterable[dict[str, Any]], words: str) -> list[dict[str, Any]]:
    """Return the question of such words: open it is several rows where its thing was joined.

    An answer that one of these has already stays what it is.
    """
    same = [row for row in rows if row["words"].casefold() == words.casefold()]
    return [row for row in same if row["answer"] is None] or same


def _one(rows: list[dict[str, Any]], words: str, thing: Ref) -> list[dict[str, Any]]:
    """Return the question that is meant: by its words, how it begins, else the open or only one."""
    begun = " ".join(words.split()).casefold()
    if same := _same(rows, begun):
        return same
    fitting = [row for row in rows if row["words"].casefold().startswith(begun)]
    open_ones = [row for row in fitting if row["answer"] is None]
    for some in (fitting, open_ones):
        if len({row["words"].casefold() for row in some}) == 1:
            return _same(some, some[0]["words"])
    if not fitting:
        what = f"that begins with {words!r}" if begun else "yet"
        raise BadQuestion(f"{thing} has no question {what}: 'casefile question' asks one.")
    asked = "; ".join(repr(row["words"]) for row in fitting)
    raise BadQuestion(f"{thing} has several questions, say how it begins (--question): {asked}.")


def _asked(store: Store, thing: Ref, words: str, answer: str | None) -> Question:
    return next(
        one
        for one in questions_on(store, thing)
        if one.words.casefold() == words.casefold() and one.answer == answer
    )


def _decide(
    store: Store,
    deed: str,
    thing: Ref,
    gone: Sequence[Mapping[str, Any]],
    put: Sequence[Mapping[str, Any]],
    *,
    by: str,
    now: str,
) -> None:
    swap(store, gone, put)
    log.record(store, deed, thing, before=gone, after=put, by=by, now=now)
