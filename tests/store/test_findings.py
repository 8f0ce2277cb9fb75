from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefile.deeds.annotating import add_note
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
    EntityKind,
    EventKind,
    Kind,
    MentionKind,
    Modality,
    PartialDate,
    Polarity,
    Ref,
    Span,
)
from casefile.store.facts import fact_ids, get_facts
from casefile.store.passages import passages
from casefile.store.store import Store
from tests.invented import NOW, PERSON, PLACE, Report, Told, ask, dump, link, put, replace

TEXT = "Orla Brandt met Ivo Salt in Port Salda. Brandt said so. Nobody else did."

MEETING = Report(
    TEXT,
    {"Orla Brandt": PERSON, "Ivo Salt": PERSON, "Port Salda": PLACE},
    [Told("Orla Brandt met Ivo Salt", ["Orla Brandt", "Ivo Salt"], "2014-05-03", "Port Salda")],
    [("Brandt said so", "Orla Brandt")],
)


def ids(store: Store, table: str) -> dict[str, int]:
    column = {"entity": "name", "event": "title", "fact": "statement"}[table]
    return dict(ask(store, f"SELECT {column}, id FROM {table}"))


def test_the_same_findings_twice_change_no_row(store: Store, path: Path) -> None:
    [source] = put(store, MEETING)
    replace(store, source, MEETING.findings())
    before = dump(path)
    replace(store, source, MEETING.findings())
    assert dump(path) == before


def test_what_is_found_again_keeps_its_id(store: Store) -> None:
    [source] = put(store, MEETING)
    before = {table: ids(store, table) for table in ("entity", "event", "fact")}
    more = Report(
        TEXT,
        {"Nobody": PERSON, **MEETING.names},
        [Told("Nobody else did", ["Nobody"]), *MEETING.events],
        [("Nobody else did", None), *MEETING.facts],
    )
    replace(store, source, more.findings())
    for table, known in before.items():
        assert known.items() <= ids(store, table).items()


def test_what_is_no_longer_found_goes(store: Store) -> None:
    [source] = put(store, MEETING)
    replace(store, source, Findings())
    for table in ("entity", "event", "fact", "mention", "participant", "evidence", "attribution"):
        assert ask(store, f"SELECT count(*) FROM {table}") == [(0,)]


@pytest.mark.parametrize("kind", [Kind.ENTITY, Kind.EVENT, Kind.FACT])
def test_what_a_reader_wrote_on_stays_although_it_is_no_longer_found(
    store: Store, kind: Kind
) -> None:
    [source] = put(store, MEETING)
    link(store)
    note = add_note(store, Ref(kind, 1), "mine", span=None, by="reader", now=NOW)
    replace(store, source, Findings())
    link(store)
    assert ask(store, f"SELECT id FROM {kind.value}") == [(1,)]
    assert note.target == Ref(kind, 1)
    assert not store.rows("loose_rows")


def test_an_event_that_a_reader_wrote_on_keeps_its_passage(store: Store) -> None:
    [source] = put(store, MEETING)
    link(store)
    add_note(store, Ref(Kind.EVENT, 1), "mine", span=None, by="reader", now=NOW)
    replace(store, source, Findings(entities=MEETING.findings().entities))
    link(store)
    [passage] = passages(store, Ref(Kind.EVENT, 1))
    assert passage.quote == "Orla Brandt met Ivo Salt"


def test_what_a_reader_judged_stays_although_it_is_no_longer_found(store: Store) -> None:
    [source] = put(store, MEETING)
    ask(store, "INSERT INTO judgement VALUES (1,'entity',1,2,'different','no','reader','now')")
    replace(store, source, Findings())
    assert ask(store, "SELECT id FROM entity ORDER BY id") == [(1,), (2,)]


def test_two_facts_on_one_passage_are_two(store: Store) -> None:
    report = Report(TEXT, facts=[("Brandt said so", None), ("Brandt said so", "a baker")])
    [source] = put(store, report)
    assert len(fact_ids(store)) == 2
    before = ids(store, "fact")
    replace(store, source, report.findings())
    assert ids(store, "fact") == before


def test_a_fact_comes_out_as_it_went_in(store: Store) -> None:
    put(store, MEETING)
    link(store)
    [fact] = get_facts(store, fact_ids(store))
    assert fact.statement == fact.span.of(TEXT) == "Brandt said so"
    assert [(one.name, one.ref, one.verb) for one in fact.attribution] == [
        ("Orla Brandt", Ref(Kind.ENTITY, 1), "said")
    ]
    assert fact.made_by == "machine:rules"


def spans() -> st.SearchStrategy[Span]:
    ends = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 12))
    return ends.map(lambda pair: Span(pair[0], min(pair[0] + pair[1], len(TEXT))))


@st.composite
def findings(draw: st.DrawFn) -> Findings:
    """Any findings that fit the text, sensible or not."""
    names = st.sampled_from(["Orla Brandt", "ORLA BRANDT", "Brandt", "Ivo Salt", "'", "沙"])
    kinds = st.sampled_from(EntityKind)
    entities = draw(st.lists(st.builds(FoundEntity, kinds, names), min_size=1, max_size=5))
    entity = st.integers(0, len(entities) - 1)
    events = draw(
        st.lists(
            st.builds(
                FoundEvent,
                st.sampled_from([EventKind.MEETING, EventKind.VISIT]),
                st.sampled_from(["A", "B"]),
                st.sampled_from([None, PartialDate("in May")]),
                st.none() | entity,
                st.sampled_from(Modality),
                st.booleans(),
                st.lists(st.builds(FoundParticipant, entity), max_size=3).map(tuple),
                st.lists(spans(), min_size=1, max_size=3).map(tuple),
            ),
            max_size=4,
        )
    )
    event = st.none() | st.integers(0, len(events) - 1) if events else st.none()
    speakers = st.lists(st.builds(FoundSpeaker, names, st.none() | entity), max_size=3)
    facts = st.builds(
        FoundFact,
        spans(),
        st.sampled_from(["so", "not so"]),
        event,
        st.lists(entity, max_size=3).map(tuple),
        speakers.map(tuple),
        st.sampled_from([None, "may"]),
        st.sampled_from(Polarity),
        st.booleans(),
    )
    kind = st.sampled_from(["outlet", "anonymous", "official"])
    mentions = st.builds(FoundMention, spans(), st.sampled_from(MentionKind), entity)
    cited = st.builds(FoundCitation, names, spans(), kind, st.none() | entity)
    return Findings(
        entities=tuple(entities),
        mentions=tuple(draw(st.lists(mentions, max_size=6))),
        events=tuple(events),
        facts=tuple(draw(st.lists(facts, max_size=4))),
        citations=tuple(draw(st.lists(cited, max_size=2))),
    )


@given(first=findings(), second=findings())
@settings(max_examples=60)
def test_any_findings_written_again_change_nothing_and_leave_a_whole_file(
    store: Store, path: Path, first: Findings, second: Findings
) -> None:
    if not ask(store, "SELECT id FROM source"):
        put(store, Report(TEXT))
    replace(store, 1, first)
    known = dict(ask(store, "SELECT kind || ':' || folded, id FROM entity"))
    replace(store, 1, second)
    again = dict(ask(store, "SELECT kind || ':' || folded, id FROM entity"))
    assert {key: known[key] for key in known.keys() & again.keys()}.items() <= again.items()
    before = dump(path)
    replace(store, 1, second)
    assert dump(path) == before
    assert store.integrity() == []
    assert not store.rows("spans_past_the_end")


@given(first=findings(), second=findings())
@settings(max_examples=25)
def test_after_linking_any_findings_nothing_is_loose(
    store: Store, first: Findings, second: Findings
) -> None:
    if not ask(store, "SELECT id FROM source"):
        put(store, Report(TEXT), Report("Other. " + TEXT))
    replace(store, 1, first)
    replace(store, 2, second)
    link(store)
    assert [tuple(row) for row in store.rows("loose_rows")] == []
    before = dump(store.path)
    link(store, 1, 2)
    assert dump(store.path) == before
