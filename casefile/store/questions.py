"""Questions that readers ask about things, and what was answered."""

from typing import Any

from casefile.model.kept import Question
from casefile.model.words import Kind, Ref, Span
from casefile.store.hand import hand_row
from casefile.store.store import Row, Store
from casefile.store.versions import place_now


def question_rows(store: Store, target: Ref) -> list[dict[str, Any]]:
    """Return the rows of the questions on a thing, oldest first; of an entity its cluster."""
    rows = store.rows("hand_question", kind=target.kind.value, id=target.id)
    return [hand_row("question", dict(row)) for row in rows]


def questions_on(store: Store, target: Ref) -> list[Question]:
    """Return the questions on a thing, oldest first; of an entity or an event its cluster."""
    rows = store.rows("hand_question", kind=target.kind.value, id=target.id)
    return [_question(store, row) for row in rows]


def all_questions(store: Store) -> list[Question]:
    """Return every question, oldest first."""
    return [_question(store, row) for row in store.rows("hand_question", kind=None, id=None)]


def count_open(store: Store) -> int:
    """Return how many questions wait for an answer."""
    row = store.one("open_questions")
    assert row is not None
    return int(row["questions"])


def denials_of(store: Store, fact: int) -> list[Ref]:
    """Return what in the case stands against a fact: facts that deny it, then conflicts."""
    denials = [Ref(Kind.FACT, row["id"]) for row in store.rows("denials_of_fact", id=fact)]
    differing = store.rows("conflicts_of_fact", id=fact)
    return denials + [Ref(Kind.CONFLICT, row["id"]) for row in differing]


def lost_questions(store: Store, source: int) -> list[tuple[str, str]]:
    """Return the questions on words that are gone from a source: the words, and the question."""
    asked = questions_on(store, Ref(Kind.SOURCE, source))
    return [(one.quote, one.words) for one in asked if one.quote is not None and one.span is None]


def _question(store: Store, row: Row) -> Question:
    span = None if row["start"] is None else Span(row["start"], row["stop"])
    return Question(
        target=Ref(Kind(row["target_kind"]), row["target_id"]),
        words=row["words"],
        span=span and place_now(store, row["target_id"], span, row["version"]),
        quote=row["quote"],
        asked_of=row["asked_of"],
        asked_at=row["asked_at"],
        by=row["made_by"],
        at=row["made_at"],
        answer=row["answer"],
        answered_by=row["answered_by"],
        answered_at=row["answered_at"],
    )
