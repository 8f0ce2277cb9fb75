"""Run an engine again over sources that are in the case, or show what that would change."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from casefile.deeds.adding import Progress, no_progress
from casefile.deeds.refreshing import find, link_all, put
from casefile.errors import NoEngine, NotExtracted
from casefile.extraction.engine import Engine
from casefile.extraction.engines import DEFAULT
from casefile.extraction.engines import engine as engine_named
from casefile.model.findings import Findings
from casefile.model.words import Kind, Ref, SourceId
from casefile.store.findings import engine_of
from casefile.store.sources import get_article, no_source, source_ids, source_rows
from casefile.store.store import Store
from casefile.store.told import Told, told_by

Row = Mapping[str, Any]
"""What is told of a thing; its columns are those of the queries ``told_*``."""


@dataclass(slots=True)
class Extracted:
    """What became of a run over sources."""

    done: list[Ref] = field(default_factory=list)
    failed: list[tuple[Ref, str]] = field(default_factory=list)
    """The sources that could not be read, and why; what stood for them stands."""
    remarks: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Changes:
    """What would change of the rows of one kind."""

    added: tuple[Row, ...]
    gone: tuple[Row, ...]
    changed: tuple[tuple[Row, Row], ...]
    """As it stands, and as it would be."""

    def __bool__(self) -> bool:
        return bool(self.added or self.gone or self.changed)


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What a run would change in one source."""

    ref: Ref
    label: str
    engine: str
    changes: Mapping[str, Changes]
    """By kind of row, in the order of ``casefile.store.told.KINDS``; without those that stay."""
    failed: str | None = None
    """Why it could not be read, a sentence."""


def extract(
    store: Store,
    refs: Sequence[Ref],
    *,
    engine: str | None,
    now: str,
    progress: Progress = no_progress,
) -> Extracted:
    """Run an engine over some sources, or all; one that it cannot read fails alone.

    Args:
        store: Open for writing.
        refs: Sources; none are all.
        engine: The name of one; None is for each source the one that read it before.
        now: UTC, ISO 8601, for the judgements.
        progress: Told of every source before it is read.

    Raises:
        UnknownRef: One of the refs is no source of the case.
        NoEngine: An engine is not there, cannot run here, or must be named; nothing is changed.
    """
    plan = _plan(store, refs, engine)
    report = Extracted()
    named = None if engine is None else engine_named(engine)
    try:
        for number, (id, chosen) in enumerate(plan.items()):
            progress(number, len(plan), f"source:{id}")
            ref = Ref(Kind.SOURCE, id)
            try:
                findings = find(store, id, get_article(store, id), chosen)
            except NotExtracted as error:
                report.failed.append((ref, str(error)))
                continue
            with store.write():
                put(store, id, chosen, findings)
            report.done.append(ref)
            report.remarks += [f"{ref}: {remark}" for remark in findings.remarks]
        progress(len(plan), len(plan), "")
    finally:
        # What was found anew is linked even where the reader has had enough.
        report.remarks += link_all(store, [], named, now=now)
    return report


def rehearse(
    store: Store,
    refs: Sequence[Ref],
    *,
    engine: str | None,
    progress: Progress = no_progress,
) -> Iterator[Rehearsed]:
    """Yield for each source what :func:`extract` would change in it; write nothing.

    What a costly engine finds is kept, so that the run itself need not find it again.
    Raises as :func:`extract` does, before the first is yielded.
    """
    plan = _plan(store, refs, engine)
    for number, (id, chosen) in enumerate(plan.items()):
        ref = Ref(Kind.SOURCE, id)
        label = source_rows(store, [id])[0].title
        progress(number, len(plan), str(ref))
        try:
            findings = find(store, id, get_article(store, id), chosen)
        except NotExtracted as error:
            yield Rehearsed(ref, label, chosen.name, {}, str(error))
            continue
        before, after = _before_and_after(store, id, chosen, findings)
        changes = {kind: compare(before[kind], after[kind]) for kind in before}
        yield Rehearsed(ref, label, chosen.name, {k: v for k, v in changes.items() if v})
    progress(len(plan), len(plan), "")


def compare(before: Mapping[tuple[int, ...], Row], after: Mapping[tuple[int, ...], Row]) -> Changes:
    """Return what two readings differ in; rows are the same where their keys are.

    >>> compare({(1,): {"name": "Salt"}}, {(1,): {"name": "I. Salt"}, (2,): {"name": "Reed"}})
    Changes(added=({'name': 'Reed'},), gone=(), changed=(({'name': 'Salt'}, {'name': 'I. Salt'}),))
    """
    return Changes(
        added=tuple(_without_ref(row) for key, row in after.items() if key not in before),
        gone=tuple(row for key, row in before.items() if key not in after),
        changed=tuple(
            (row, after[key]) for key, row in before.items() if row != after.get(key, row)
        ),
    )


def _without_ref(row: Row) -> Row:
    """Return a row that is not there yet: the ref that it had while we looked is nobody's."""
    return {**row, "ref": None} if "ref" in row else row


class _Rehearsed(Exception):
    """What was to be seen has been seen: take it all back."""


def _before_and_after(
    store: Store, source: SourceId, engine: Engine, findings: Findings
) -> tuple[Told, Told]:
    """Return what stands and what would stand, by doing it and taking it back.

    So it is told what a run does, down to what a reader's notes keep alive.
    """
    before = after = told_by(store, source)
    try:
        with store.write():
            before = told_by(store, source)
            put(store, source, engine, findings)
            after = told_by(store, source)
            raise _Rehearsed
    except _Rehearsed:
        return before, after


def _plan(store: Store, refs: Sequence[Ref], engine: str | None) -> dict[SourceId, Engine]:
    """Return what reads each source, in order of the refs, or of the ids for all."""
    for ref in refs:
        if ref.kind is not Kind.SOURCE or not source_rows(store, [ref.id]):
            id = ref.id if ref.kind is Kind.SOURCE else 0
            raise no_source(store, id, f"This case has no {ref}: name a source, such as source:3.")
    ids = [SourceId(ref.id) for ref in refs] or [SourceId(id) for id in sorted(source_ids(store))]
    if engine is not None:
        return dict.fromkeys(ids, engine_named(engine))
    own: dict[str, Engine] = {}
    plan = {}
    for id in ids:
        name = engine_of(store, id) or DEFAULT
        if name not in own:
            own[name] = _own_engine(name, id)
        plan[id] = own[name]
    return plan


def _own_engine(name: str, source: SourceId) -> Engine:
    """Return the engine that read a source before, where it may do so unasked."""
    try:
        found = engine_named(name)
    except NoEngine as error:
        raise NoEngine(
            f"source:{source} was read by {name!r}, which cannot run here: "
            f"choose another with --engine, or see 'casefile engines'."
        ) from error
    if found.is_remote:
        raise NoEngine(
            f"source:{source} was read by {name!r}, which hands texts to another program: "
            f"say --engine {name} if you want that, or choose another."
        )
    return found
