"""Questions that readers ask about things, and what was answered."""

from typing import Any

from casefile.model.rows import Question
from casefile.model.words import Kind, Ref, Span
from casefile.store.store import Row, Store

COLUMNS = (
    "target_kind", "target_id", "words", "start", "stop", "quote", "asked_of", "asked_at",
    "made_by", "made_at", "answer", "answered_by", "answered_at",
)  # fmt: skip
"""Of the table, in its order."""


def question_rows(store: Store, target: Ref) -> list[dict[str, Any]]:
    """Return the rows of the questions on a thing, oldest first; of an entity its cluster."""
    rows = store.rows("questions_on", kind=target.kind.value, id=target.id)
    return [{"table": "question", **{name: row[name] for name in COLUMNS}} for row in rows]


def questions_on(store: Store, target: Ref) -> list[Question]:
    """Return the questions on a thing, oldest first; of an entity or an event its cluster."""
    rows = store.rows("questions_on", kind=target.kind.value, id=target.id)
    return [_question(row) for row in rows]


def all_questions(store: Store) -> list[Question]:
    """Return every question, oldest first."""
    return [_question(row) for row in store.rows("hand_question")]


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


def _question(row: Row) -> Question:
    return Question(
        target=Ref(Kind(row["target_kind"]), row["target_id"]),
        words=row["words"],
        span=None if row["start"] is None else Span(row["start"], row["stop"]),
        quote=row["quote"],
        asked_of=row["asked_of"],
        asked_at=row["asked_at"],
        by=row["made_by"],
        at=row["made_at"],
        answer=row["answer"],
        answered_by=row["answered_by"],
        answered_at=row["answered_at"],
    )
