"""Words that are no names, as the reader said; what is found of them is left out."""

import json
from collections.abc import Mapping
from typing import Any

from casefile.core.withdrawing import without
from casefile.model.findings import Findings
from casefile.model.words import Kind, Span
from casefile.store.former import let_go
from casefile.store.stated import keep_below, leave_below
from casefile.store.store import Row, Store
from casefile.store.versions import FIRST, place_now

ANYWHERE = 0
"""In place of a source, or of where a mention ends: whichever it is."""

_PARTS = (
    "leave_participant", "leave_place", "leave_fact_about", "leave_attribution", "leave_citation",
)  # fmt: skip
"""The statements by which accounts leave all that they have a part in."""

Rejection = Mapping[str, Any]
"""Columns of ``rejected_mention``."""


def allowed(store: Store, source: int, findings: Findings) -> Findings:
    """Return findings without what the reader rejected in their source."""
    rejected = store.rows("rejections", id=source)
    if not rejected:
        return findings
    row = store.one("source_text", id=source)
    text = str(row["text"]) if row else ""
    anywhere = {one["form"] for one in rejected if one["stop"] == ANYWHERE}
    places = {span for one in rejected if (span := place(store, one)) is not None}
    spans = {one.span for one in findings.mentions if one.span.of(text) in anywhere}
    return without(findings, spans | places)


def place(store: Store, rejection: Rejection) -> Span | None:
    """Return where the words of a rejection of one mention stand in the text as it is now.

    None where they are gone, and where all mentions of the words are rejected.
    """
    if rejection["stop"] == ANYWHERE:
        return None
    told = _columns(rejection)
    span, source, was = Span(told["start"], told["stop"]), told["source_id"], told["version"]
    return place_now(store, source, span, was)


def lost_rejections(store: Store, source: int) -> list[str]:
    """Return the words that a reader rejected in one place, and that are gone from it."""
    rows = store.rows("rejections", id=source)
    single = [row for row in rows if row["stop"] != ANYWHERE]
    return [row["form"] for row in single if place(store, row) is None]


def mentions_like(store: Store, rejection: Rejection) -> list[Row]:
    """Return the mentions that a rejection is about."""
    return store.rows("mentions_like", **_where(store, rejection))


def stands(store: Store, rejection: Rejection) -> bool:
    """Tell whether a rejection is in force."""
    return store.one("rejected_mention", **_columns(rejection)) is not None


def sources_with(store: Store, rejection: Rejection) -> list[int]:
    """Return the sources in whose text the words of a rejection stand."""
    columns = _columns(rejection)
    wanted = {name: columns[name] for name in ("form", "source_id")}
    return [row["id"] for row in store.rows("sources_with", **wanted)]


def withdraw(store: Store, rejection: Rejection) -> set[int]:
    """Take the mentions of a rejection away, inside ``write()``; linking has to see it.

    What a reader made of the same words, and what was not taken away with it, stays.
    What comes out is what an engine would leave that found the same again, but nothing
    is read again: 10,000 mentions go at once.

    Returns:
        The sources that it changed.
    """
    where = _where(store, rejection)
    gone = [
        (row["source_id"], row["entity_id"]) for row in store.rows("drop_mentions_like", **where)
    ]
    hidden, kept = _withdraw_below(store, where)
    accounts = json.dumps(sorted({account for _, account in [*gone, *hidden]} - kept))
    emptied = [int(row["id"]) for row in store.rows("bare_accounts", ids=accounts)]
    made = [int(row["id"]) for row in store.rows("mark_made_entities", ids=accounts)]
    sources = {source for source, _ in [*gone, *hidden]}
    for source in sources:
        store.run("unlink_tellers", id=source)
    for part in _PARTS:
        store.run(part, ids=json.dumps(emptied + made))
    leave_below(store, {*emptied, *made})
    dropped = let_go(store, Kind.ENTITY, emptied)
    store.run_many("shrink_cluster", ({"id": row["cluster_id"]} for row in dropped))
    store.run("lose_entities", ids=json.dumps(emptied))
    return sources


def _withdraw_below(store: Store, rejection: Rejection) -> tuple[list[tuple[int, int]], set[int]]:
    """Take away what waits below the mentions that a reader made.

    Returns:
        Source and account of each that goes, and the accounts that others there name.
    """
    gone: list[tuple[int, int]] = []
    kept: set[int] = set()
    for row in store.rows("overruled", kind="source"):
        left = []
        for one in json.loads(row["told"]):
            start, stop, account, _, form = one
            is_here = rejection["source_id"] in (ANYWHERE, row["id"])
            is_place = rejection["stop"] == ANYWHERE or (rejection["start"], rejection["stop"]) == (
                start,
                stop,
            )
            if is_here and is_place and form == rejection["form"]:
                gone.append((row["id"], account))
            else:
                kept.add(account)
                left.append(one)
        if len(left) < len(json.loads(row["told"])):
            keep_below(store, "source", row["id"], left or None)
    return gone, kept


def _columns(rejection: Rejection) -> dict[str, Any]:
    told = {"version": FIRST, **dict(rejection)}
    return {name: told[name] for name in ("source_id", "start", "stop", "form", "version")}


def _where(store: Store, rejection: Rejection) -> dict[str, Any]:
    """Return the columns of a rejection, with where it stands in the text as it is now."""
    columns = _columns(rejection)
    del columns["version"]
    if columns["stop"] != ANYWHERE:
        span = place(store, rejection)
        columns |= {"start": span.start, "stop": span.end} if span else {"start": -1, "stop": -1}
    return columns
