"""What a note said before: every text that somebody gave it, by whom and when."""

from collections.abc import Iterator

from casefile.model.kept import NoteText
from casefile.model.words import Ref
from casefile.store.carrying import own_told
from casefile.store.notes import get_note
from casefile.store.portable import all_places
from casefile.store.store import Store

_WRITING = ("note added", "note edited")
"""The deeds that give a note a text."""


def earlier_texts(store: Store, ref: Ref) -> list[NoteText]:
    """Return what a note said before, oldest first, each text once; also what was taken back.

    Raises:
        UnknownRef: There is no such note.
    """
    now = get_note(store, ref.id).body
    found = [
        NoteText(row["body"], row["made_by"], row["made_at"])
        for row in store.rows("texts_of_note", id=ref.id)
    ]
    if store.one("merged_decisions") is not None:
        # First, as a note of theirs was before anybody changed it here in the same second.
        found = [*_of_others(store, ref), *found]
    texts: dict[str, NoteText] = {}
    for one in sorted(found, key=lambda one: one.at):
        texts.setdefault(one.body, one)
    texts.pop(now, None)
    return [*texts.values()]


def _of_others(store: Store, ref: Ref) -> Iterator[NoteText]:
    """Yield what merged logs made a note say, worded as here."""
    # Imported here: to show a note of a case that nothing was merged into needs none of it.
    from casefile.core.sight import in_order
    from casefile.deeds.logs import body_here, note_keys, told_decisions

    keys, own = note_keys(store), own_told(store)
    places = all_places(store, keys, away=True)
    decisions = told_decisions(store)
    for key in in_order(decisions):
        told = decisions[key]
        if key in own or told["deed"] not in _WRITING or not told["columns"]:
            continue
        if (told["note"] or key) == keys.get(ref.id):
            yield NoteText(body_here(places, own, key, told["columns"]), told["by"], told["at"])
