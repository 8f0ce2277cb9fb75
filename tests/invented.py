"""Invented reports, and what an engine would find in them: nothing here is about anybody."""

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from casefile.core.edtf import worded
from casefile.deeds.exporting import contents
from casefile.deeds.relinking import index_source_title, relink
from casefile.model.article import Article, Published
from casefile.model.findings import (
    Findings,
    FoundCitation,
    FoundEntity,
    FoundEvent,
    FoundFact,
    FoundMention,
    FoundParticipant,
    FoundSpeaker,
)
from casefile.model.words import (
    Basis,
    EntityKind,
    EventKind,
    MentionKind,
    Modality,
    PartialDate,
    SourceId,
    Span,
)
from casefile.store.engine import sqlite
from casefile.store.findings import replace_findings, run_id
from casefile.store.index import index_source
from casefile.store.sources import add_source
from casefile.store.store import Store

NOW = "2030-01-01T00:00:00Z"
LATER = "2030-02-02T00:00:00Z"

PERSON, PLACE = EntityKind.PERSON, EntityKind.PLACE
ORGANIZATION = EntityKind.ORGANIZATION


@dataclass(frozen=True)
class Told:
    """An event as a report tells it; its words must stand in the text."""

    words: str
    who: Sequence[str] = ()
    date: str | None = None
    """EDTF."""
    place: str | None = None
    wording: str | None = None
    """Of a date that is not resolved."""
    kind: EventKind = EventKind.MEETING
    modality: Modality = Modality.HAPPENED
    title: str | None = None


@dataclass(frozen=True)
class Report:
    """One report: its text, and the names and events that stand in it."""

    text: str
    names: dict[str, EntityKind] = field(default_factory=dict)
    events: Sequence[Told] = ()
    facts: Sequence[tuple[str, str | None]] = ()
    """The words of a statement and who says so."""
    cites: Sequence[str] = ()
    publisher: str | None = None
    published: str | None = None
    title: str | None = None

    def article(self) -> Article:
        """Return it as reading would."""
        when = Published(worded("given", self.published), Basis.GIVEN) if self.published else None
        return Article(
            path="report.txt",
            sha256=hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest(),
            text=self.text,
            format="text",
            codec="utf-8",
            title=self.title,
            publisher=self.publisher,
            published=when,
        )

    def findings(self) -> Findings:
        """Return it as an engine would."""
        index = {name: at for at, name in enumerate(self.names)}
        mentions = [
            FoundMention(Span(*match.span()), MentionKind.NAME, index[match.group()])
            for match in self._occurrences()
        ]
        return Findings(
            entities=tuple(FoundEntity(kind, name) for name, kind in self.names.items()),
            mentions=tuple(mentions),
            events=tuple(self._event(told, index) for told in self.events),
            facts=tuple(
                FoundFact(
                    span=self._span(words),
                    statement=words,
                    event=0 if self.events else None,
                    about=tuple(at for name, at in index.items() if name in words),
                    attribution=(FoundSpeaker(says, index.get(says), "said"),) if says else (),
                )
                for words, says in self.facts
            ),
            citations=tuple(
                FoundCitation(name, self._span(name), "outlet", index.get(name))
                for name in self.cites
            ),
        )

    def _occurrences(self) -> Iterable["re.Match[str]"]:
        longest_first = sorted(self.names, key=len, reverse=True)
        pattern = "|".join(map(re.escape, longest_first))
        return re.finditer(pattern, self.text) if pattern else ()

    def _span(self, words: str) -> Span:
        at = self.text.index(words)
        return Span(at, at + len(words))

    def _event(self, told: Told, index: dict[str, int]) -> FoundEvent:
        date = worded(told.date, told.date) if told.date else None
        if told.wording:
            date = PartialDate(told.wording)
        return FoundEvent(
            kind=told.kind,
            title=told.title or told.words,
            date=date,
            place=None if told.place is None else index[told.place],
            modality=told.modality,
            secret=False,
            participants=tuple(FoundParticipant(index[name]) for name in told.who),
            evidence=(self._span(told.words),),
        )


def put(store: Store, *reports: Report) -> list[SourceId]:
    """Store reports with what is found in them; nothing is linked."""
    ids = []
    for report in reports:
        article = report.article()
        with store.write():
            run = run_id(store, "rules", "1")
            id = add_source(store, article)
            replace_findings(store, id, report.findings(), run=run)
            index_source(store, id)
            index_source_title(store, id, article.title or article.path)
        ids.append(id)
    return ids


def replace(store: Store, source: int, findings: Findings) -> None:
    """Say what is found in a source anew, as a second run of an engine does."""
    with store.write():
        replace_findings(store, SourceId(source), findings, run=run_id(store, "rules", "2"))


def link(store: Store, *sources: int, now: str = NOW) -> None:
    """Link some sources, or all that nobody has linked."""
    waiting = sources or [row["id"] for row in store.rows("unlinked_sources")]
    relink(store, list(waiting), now=now)


def case_of(path: Path, *reports: Report) -> Store:
    """Return a new case with the reports, linked all at once."""
    store = Store(path, create=True)
    link(store, *put(store, *reports))
    return store


def one_by_one(path: Path, *reports: Report) -> Store:
    """Return a new case with the reports, each linked as it came."""
    store = Store(path, create=True)
    for one in reports:
        link(store, *put(store, one))
    return store


def entity(store: Store, name: str, *, source: int | None = None) -> int:
    """Return the cluster of the account of that name; the first, or that of a source."""
    rows = ask(store, "SELECT cluster_id, source_id FROM entity WHERE name = ? ORDER BY id", name)
    return int(next(cluster for cluster, of in rows if source in (None, of)))


def ask(store: Store, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """Return what a statement gives, on a connection of its own."""
    with_file = sqlite.connect(store.path)
    try:
        found = with_file.execute(sql, values).fetchall()
        with_file.commit()
    finally:
        with_file.close()
    return [tuple(row) for row in found]


def dump(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table of a case file, in the order of its columns.

    But for ``milestone``, which says at what second things came in.
    """
    connection = sqlite.connect(path)
    try:
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_words_%' "
            "AND name NOT LIKE '%_vocabulary' "
            "AND name NOT LIKE 'sqlite_%' AND name != 'milestone' ORDER BY name"
        ).fetchall()
        return {
            name: sorted(map(tuple, connection.execute(f'SELECT * FROM "{name}"')), key=repr)
            for (name,) in names
        }
    finally:
        connection.close()


def picture(store: Store) -> dict[str, Any]:
    """Return what a case says without any id: names, clusters, events, conflicts."""
    document = contents(store)
    sha = {source["ref"]: source["sha256"] for source in document["sources"]}

    def places(spans: Iterable[dict[str, Any]]) -> list[tuple[str, int, int]]:
        return sorted((sha[one["source"]], one["start"], one["end"]) for one in spans)

    name = {
        one["ref"]: (one["kind"], one["name"], tuple(places(one["mentions"])))
        for one in document["entities"]
    }
    evidence = {one["ref"]: tuple(places(one["evidence"])) for one in document["events"]}
    return {
        "sources": sorted(
            (one["sha256"], one["published"], [sha.get(c["source"]) for c in one["cites"]])
            for one in document["sources"]
        ),
        "entities": sorted(name.values()),
        "events": sorted(
            (
                one["kind"],
                one["title"],
                sorted(map(repr, one["date"].items())),
                repr(name.get(one["place"])),
                one["modality"],
                one["secret"],
                sorted(name[who["entity"]] for who in one["participants"]),
                evidence[one["ref"]],
            )
            for one in document["events"]
        ),
        "conflicts": sorted(
            (one["field"], sorted((v["value"], sha[v["source"]]) for v in one["values"]))
            for one in document["conflicts"]
        ),
    }


def unnumbered(document: dict[str, Any], known: Collection[str] | None = None) -> Any:
    """Return a document without the numbers of what was made by hand: those are as they came.

    So are those of what is found in later texts alone: of all that is not ``known`` before.
    """
    made = [
        one
        for kind in ("entities", "events", "facts")
        for one in document[kind]
        if one["made_by"] == "human" or (known is not None and one["ref"] not in known)
    ]
    shown = {one["ref"] for kind in ("entities", "events") for one in document[kind]}
    names = {one["ref"]: _told(one) for one in made}
    for one in document["judgements"]:
        # Of accounts: one that was made and joined stands in no list.
        names |= {one[side]: "joined" for side in ("left", "right") if one[side] not in shown}
    for one in document["conflicts"]:
        if known is not None and one["ref"] not in known:
            # Of two events the one with the lower number: what both say tells which they are.
            said = one["values"] if one["about"] in names else one["about"]
            names[one["ref"]] = json.dumps(["conflict", said, one["field"]])
    # What was made and then taken back or removed is not there to be told by anything else.
    lists = [some for some in document.values() if isinstance(some, list)]
    there = {one["ref"] for some in lists for one in some if "ref" in one}
    kept = (there if known is None else there & set(known)) - names.keys()
    log = [
        {**one, "target": one["target"] if one["target"] in kept else one["target"].split(":")[0]}
        for one in document["log"] or ()
    ]
    conflicts = [
        {**one, "about": "found later"} if one["ref"] in names and one["about"] in names else one
        for one in document["conflicts"]
    ]
    return _renamed({**document, "log": log, "conflicts": conflicts}, names)


def _told(one: dict[str, Any]) -> str:
    """Return what and where a made thing is."""
    names = ("kind", "name", "title", "statement", "mentions", "evidence", "source", "start", "end")
    return json.dumps([one.get(name) for name in names])


def _renamed(value: Any, names: dict[str, str]) -> Any:
    """Put names in place of references; lists, but for chains of speakers, in an order of these."""
    if isinstance(value, dict):
        told = {key: _renamed(part, names) for key, part in value.items()}
        if "judgement" in value:
            told["left"], told["right"] = sorted((told["left"], told["right"]))
        if "attribution" in value:
            told["attribution"] = [_renamed(one, names) for one in value["attribution"]]
        return told
    if isinstance(value, list | tuple):
        return sorted((_renamed(one, names) for one in value), key=json.dumps)
    if isinstance(value, str) and "[[" in value:
        return re.sub(r"\[\[([a-z]+:\d+)\]\]", lambda one: names.get(one[1], one[0]), value)
    return names.get(value, value) if isinstance(value, str) else value
