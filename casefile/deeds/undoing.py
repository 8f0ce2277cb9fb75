"""Take decisions back and make them again, with all that follows from them."""

from collections.abc import Callable
from dataclasses import replace

from casefile.model.rows import Decision
from casefile.store import log
from casefile.store.store import Store


def undo(store: Store, *, by: str, now: str) -> Decision:
    """Take back the last decision that stands, and what followed from it.

    Raises:
        NothingToUndo: None stands.
    """
    return _turn(store, log.undo, by=by, now=now)


def redo(store: Store, *, by: str, now: str) -> Decision:
    """Make again the decision that was last taken back, and what follows from it.

    Raises:
        NothingToUndo: None was taken back since the last decision.
    """
    return _turn(store, log.redo, by=by, now=now)


def _turn(store: Store, turn: Callable[..., Decision], *, by: str, now: str) -> Decision:
    with store.write():
        decision = turn(store, by=by, now=now)
        if decision.what != log.CORRECTED:
            return decision
        # Imported here: a note comes back without what reads articles.
        from casefile.deeds.correcting import follow
        from casefile.deeds.refreshing import link_all

        remarks = follow(store, decision.target)
    remarks += link_all(store, [decision.target.id], None, now=now)
    return replace(decision, remarks=tuple(remarks))
