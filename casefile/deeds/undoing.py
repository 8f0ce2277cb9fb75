"""Take decisions back and make them again, with all that follows from them."""

from collections.abc import Callable
from dataclasses import replace

from casefile.errors import NothingToUndo
from casefile.model.kept import Decision
from casefile.store import log
from casefile.store.carrying import SOURCE_DEEDS
from casefile.store.hand import HandRow
from casefile.store.store import Store


def undo(store: Store, *, by: str, now: str) -> Decision:
    """Take back the last decision that stands, and what followed from it.

    Raises:
        NothingToUndo: None stands.
    """
    return _turn(store, log.undo, by=by, now=now)


def undo_to(store: Store, id: int, *, by: str, now: str) -> list[Decision]:
    """Take back one decision and all that were made after it, the last first.

    Raises:
        NothingToUndo: It does not stand; nothing is changed.
    """
    standing = [one.id for one in log.decisions(store) if not one.undone]
    if id not in standing:
        raise NothingToUndo(f"There is no decision {id} that stands: 'casefile log' lists them.")
    return [undo(store, by=by, now=now) for _ in standing[standing.index(id) :]]


def redo(store: Store, *, by: str, now: str) -> Decision:
    """Make again the decision that was last taken back, and what follows from it.

    Raises:
        NothingToUndo: None was taken back since the last decision.
    """
    return _turn(store, log.redo, by=by, now=now)


def _turn(store: Store, turn: Callable[..., Decision], *, by: str, now: str) -> Decision:
    with store.write():
        decision = turn(store, by=by, now=now)
        if decision.what not in SOURCE_DEEDS and not any(map(_has_followers, decision.rows)):
            return decision
        # Imported here: a note comes back without what reads articles.
        from casefile.deeds.correcting import follow as follow_source
        from casefile.deeds.following import follow
        from casefile.deeds.refreshing import settle

        if decision.what in SOURCE_DEEDS:
            sources, remarks = {decision.target.id}, follow_source(store, decision.target)
        else:
            sources, remarks = follow(store, decision.rows)
    remarks += settle(store, sources, now=now)
    return replace(decision, remarks=tuple(remarks))


def _has_followers(row: HandRow) -> bool:
    return row["table"] not in ("tag", "assessment", "question")
