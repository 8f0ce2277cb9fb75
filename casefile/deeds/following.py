"""What follows from a decision on rows of the reader's own tables, made or taken back."""

import json
from collections.abc import Iterable

from casefile.deeds.refolding import refold
from casefile.deeds.refreshing import read_again, reread
from casefile.deeds.relinking import forget_former_names, forget_names, index_source_title
from casefile.deeds.telling import retell
from casefile.deeds.versions import stand_all
from casefile.model.words import Kind, Ref, SourceId, Verdict
from casefile.store.clusters import sources_of_accounts
from casefile.store.hand import HandRow
from casefile.store.judgements import forget_machine, human_judgements, moves, recall_machine
from casefile.store.made import follow_made, lay_again
from casefile.store.rejections import sources_with, stands, withdraw
from casefile.store.removals import bring_all_back, bring_back, removals, take_away
from casefile.store.sources import get_source, label_source
from casefile.store.stated import put_events_right, put_fact_right
from casefile.store.store import Store


def follow(store: Store, rows: Iterable[HandRow]) -> tuple[set[int], list[str]]:
    """Make what hangs on rows that came or went fit them, inside ``write()``.

    Returns:
        The sources that linking has to see, and what could not follow, a sentence each.
    """
    sources: set[int] = set()
    again: set[int] = set()
    remarks: list[str | None] = []
    brought: list[int] = []
    rows = list(rows)
    is_merge = any(row["table"] == "merged_decision" for row in rows)
    if is_merge:
        brought = bring_all_back(store)
        changed, sources, told = refold(store, rows)
        rows += changed
        remarks += told
    restated: set[Ref] = set()
    sources |= follow_made(store, (row for row in rows if row["table"] == "made"))
    # What is folded anew leaves accounts out that nothing stands on any more.
    has_withdrawn = is_merge
    turned: set[int] = set()
    for row in rows:
        if row["table"] == "correction":
            restated.add(Ref(Kind(row["target_kind"]), row["target_id"]))
        elif row["table"] == "stated_fact":
            put_fact_right(store, row["fact_id"])
        elif row["table"] == "judgement":
            sources |= _relinked_for(store, row)
        elif row["table"] == "source_version":
            turned.add(row["source_id"])
        elif row["table"] == "rejected_mention" and stands(store, row):
            sources |= withdraw(store, row)
            has_withdrawn = True
        elif row["table"] == "relabelled":
            again.add(row["source_id"])
            label_source(store, row["source_id"])
        elif row["table"] == "rejected_mention":
            again |= set(sources_with(store, row))
    anew, told = stand_all(store, turned)
    sources |= anew
    remarks += told
    # Before any goes: what lies apart with a source is as it was read last.
    remarks += read_again(store, again)
    if is_merge or any(row["table"] == "removed_source" for row in rows):
        moved, told = _move_removed(store, brought)
        sources |= moved
        remarks += told
        has_withdrawn = has_withdrawn or bool(moved)
    if has_withdrawn:
        # Clusters whose first account went wait for linking: it tells what was restated, too.
        for ref in restated:
            sources |= sources_of_accounts(store, ref.kind, [ref.id])
    elif restated:
        retell(store, restated)
    if any(row["table"] in _NAMING for row in rows):
        lay_again(store)
    elif any(row["table"] == "stated_participant" for row in rows):
        put_events_right(store)
    store.run("unlink_sources", ids=json.dumps(sorted(sources | again)))
    return sources | again, [remark for remark in remarks if remark]


_NAMING = ("made", "rejected_mention", "merged_decision", "removed_source")
"""Tables whose rows take away, or bring, entities that readers named elsewhere."""


def _move_removed(store: Store, brought: list[int]) -> tuple[set[int], list[str]]:
    """Take away the sources that are removed, and bring back those that are not, in ``write()``.

    What comes back is read again where readers said meanwhile what is no name.

    Args:
        store: Open for writing.
        brought: What was brought back already, and read again where it had to be.

    Returns:
        The sources that came or went, and what could not follow.
    """
    removed = [row["source_id"] for row in store.rows("hand_removed_source")]
    away = [one.id for one in removals(store)]
    first = next((at for at, id in enumerate(away) if id not in removed), len(away))
    stale = {id for id in reversed(away[first:]) if bring_back(store, id)}
    back = [id for id in (*brought, *away[first:]) if id not in removed]
    under = away[:first]
    remarks = [reread(store, SourceId(id)) for id in sorted(stale)]
    for id in back:
        source = get_source(store, id)
        index_source_title(store, id, source.title or source.path)
    gone = [id for id in removed if id not in under]
    if gone:
        # Linking, that would do it, sees no more what goes with a source.
        forget_former_names(store)
    for id in gone:
        forget_names(store, take_away(store, id).things)
    return {*back, *gone}, [remark for remark in remarks if remark]


def _relinked_for(store: Store, row: HandRow) -> set[int]:
    """Return the sources that a judgement lets linking see again; none where nothing moves."""
    kind, pair = Kind(row["kind"]), (row["left_id"], row["right_id"])
    standing = [one for one in human_judgements(store, kind, [pair[0]]) if one.right == pair[1]]
    # That two events differ may let others be joined; that two entities do parts them alone.
    parts = {Verdict.UNSURE} if kind is Kind.EVENT else {Verdict.UNSURE, Verdict.DIFFERENT}
    if standing and {one.verdict for one in standing} <= parts and not moves(store, kind, pair):
        forget_machine(store, kind, *pair)
        return set()
    if not standing:
        recall_machine(store, kind, *pair)
    return sources_of_accounts(store, kind, pair)
