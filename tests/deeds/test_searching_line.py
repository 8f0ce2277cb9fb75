"""What each sign of the query line means over sources, entities, events, facts and notes."""

from collections import defaultdict
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefile.case import Case
from casefile.deeds import searchcalled, searchfilters, searching, searchties
from casefile.deeds.annotating import add_note
from casefile.deeds.searching import PLACES, answer, search
from casefile.model.words import EventKind, Kind, Ref
from casefile.store.store import Store
from tests.invented import NOW, ORGANIZATION, PERSON, PLACE, Report, Told, case_of, entity

TALKS = Report(
    "Orla Brandt met Ivo Salt in Port Salda. Orla Brandt will pay nobody.",
    {"Orla Brandt": PERSON, "Ivo Salt": PERSON, "Port Salda": PLACE},
    [Told("Orla Brandt met Ivo Salt", ["Orla Brandt", "Ivo Salt"], "2014-05", "Port Salda")],
    [("Orla Brandt will pay nobody", "Ivo Salt")],
    title="Talks by the sea",
    publisher="Northern Wire",
    published="2014-06-02",
)
VISIT = Report(
    "Una Reed visited Wilde Bay. The Brandt Works stayed shut, they say.",
    {"Una Reed": PERSON, "Wilde Bay": PLACE, "Brandt Works": ORGANIZATION},
    [
        Told(
            "Una Reed visited Wilde Bay", ["Una Reed"], "2015-02", "Wilde Bay", kind=EventKind.VISIT
        )
    ],
    [("The Brandt Works stayed shut", None)],
    title="A visit to the works",
    publisher="Küsten-Blatt",
    published="2015-03-01",
)  # fmt: skip
MORE = Report("Salt is dear. Nothing else was told of talks.", {}, title="On prices")


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = case_of(tmp_path_factory.mktemp("line") / "a.casefile", TALKS, VISIT, MORE)
    una = Ref(Kind.ENTITY, entity(store, "Una Reed"))
    add_note(store, una, "Ask Una of the talks", span=None, by="A", now="2029-05-05T00:00:00Z")
    add_note(store, Ref(Kind.SOURCE, 1), "Brandt again", span=None, by="A", now=NOW)
    yield store
    store.close()


def found(store: Store, line: str) -> dict[str, set[str]]:
    """Return what a line finds: for each kind of row, how the rows are called."""
    names: dict[str, set[str]] = defaultdict(set)
    for hit in search(store, line, limit=500):
        is_text = hit.kind == "text"
        names["text" if is_text else hit.ref.kind.value].add(hit.detail if is_text else hit.label)
    return dict(names)


BRANDT, SALT, UNA = "Orla Brandt", "Ivo Salt", "Una Reed"
SALDA, WILDE, WORKS = "Port Salda", "Wilde Bay", "Brandt Works"
T1, T2, T3 = "Talks by the sea", "A visit to the works", "On prices"


@pytest.mark.parametrize(
    ("line", "kind", "names"),
    [
        # Words over names
        ("in:entities 'rand", "entity", {BRANDT, WORKS}),
        ("in:entities 'brandt", "entity", {BRANDT, WORKS}),
        ("in:entities ^brandt", "entity", {WORKS}),
        ("in:entities brandt$", "entity", {BRANDT}),
        ("in:entities '^salt$", "entity", set()),
        ('in:entities "ivo salt"', "entity", {SALT}),
        ('in:entities "vo salt"', "entity", set()),
        ("in:entities 'brandt !works", "entity", {BRANDT}),
        ("in:entities 'brandt !^orla", "entity", {WORKS}),
        ('in:entities "una reed" | "ivo salt"', "entity", {UNA, SALT}),
        ("in:entities ~\"oorla brant\"", "entity", {BRANDT}),
        ("in:entities ~prant", "entity", {BRANDT, WORKS}),
        ("in:entities ~sallt", "entity", {SALT, SALDA}),
        ("in:entities orka bzandt", "entity", {BRANDT}),
        ("in:entities ~\"orka bzandt\"", "entity", set()),
        ("in:sources 'sea", "source", {T1}),
        ("in:events 'wilde", "event", {"Una Reed visited Wilde Bay"}),
        # Words over texts, facts, notes
        ("in:text salt", "text", {T1, T3}),
        ("in:text salt !dear", "text", {T1}),
        ("in:text !salt brandt", "text", {T2}),
        ("in:text ^salt", "text", {T3}),
        ("in:text talks$", "text", {T3}),
        ("in:text !talks$ told", "text", set()),
        ('in:text "salt is', "text", {T3}),
        ('in:text "salt i"', "text", set()),
        ("in:text 'sal", "text", {T1, T3}),
        ("in:text dear | shut", "text", {T2, T3}),
        ("in:text ~salt", "text", set()),
        ("in:facts nobody | shut", "fact",
         {"Orla Brandt will pay nobody", "The Brandt Works stayed shut"}),
        ("in:facts brandt ^orla", "fact", {"Orla Brandt will pay nobody"}),
        ("in:facts brandt shut$", "fact", {"The Brandt Works stayed shut"}),
        ("in:notes talks", "note", {"Ask Una of the talks"}),
        ("in:notes ^brandt", "note", {"Brandt again"}),
        # kind:
        ("kind:person", "entity", {BRANDT, SALT, UNA}),
        ("kind:pers,org", "entity", {BRANDT, SALT, UNA, WORKS}),
        ("kind:organisation", "entity", {WORKS}),
        ("!kind:person in:entities", "entity", {SALDA, WILDE, WORKS}),
        ("type:visit", "event", {"Una Reed visited Wilde Bay"}),
        ("kind:fact brandt", "fact",
         {"Orla Brandt will pay nobody", "The Brandt Works stayed shut"}),
        ("kind:fact", "text", set()),
        ("kind:note", "note", {"Ask Una of the talks", "Brandt again"}),
        ("kind:place | kind:org", "entity", {SALDA, WILDE, WORKS}),
        # source:
        ("source:northern", "source", {T1}),
        ("source:kusten", "source", {T2}),
        ("source:\"kusten blatt\"", "entity", {UNA, WILDE, WORKS}),
        ("source:visit", "event", {"Una Reed visited Wilde Bay"}),
        ("source:3", "source", {T3}),
        ("source:orthern", "source", set()),
        ("source:kusten in:facts", "fact", {"The Brandt Works stayed shut"}),
        ("source:kusten", "note", {"Ask Una of the talks"}),
        ("source:northern,kusten brandt", "text", {T1, T2}),
        ("!source:northern brandt", "text", {T2}),
        # place:
        ("place:salda", "event", {"Orla Brandt met Ivo Salt"}),
        ('place:"port slada"', "event", {"Orla Brandt met Ivo Salt"}),
        ("place:salda", "entity", {BRANDT, SALT, SALDA}),
        ("place:wilde", "source", {T2}),
        ("place:salda in:facts", "fact", {"Orla Brandt will pay nobody"}),
        ("place:wilde", "note", {"Ask Una of the talks"}),
        # after: before:
        ("after:2014-06", "event", {"Una Reed visited Wilde Bay"}),
        ("after:2014-05-31", "event", {"Orla Brandt met Ivo Salt", "Una Reed visited Wilde Bay"}),
        ("before:2014-05", "event", set()),
        ("before:2014-05-02", "event", {"Orla Brandt met Ivo Salt"}),
        ("after:2014-06 before:2015", "source", {T1}),
        ("after:2015", "entity", {UNA, WILDE, WORKS}),
        ("before:2014-06", "entity", {BRANDT, SALT, SALDA}),
        ("after:2015 in:facts", "fact", {"The Brandt Works stayed shut"}),
        ("after:2029-06", "note", {"Brandt again"}),
        ("before:2029-06", "note", {"Ask Una of the talks"}),
        ("after:2015 brandt", "text", {T2}),
        # in:
        ("in:names talks", "source", {T1}),
        ("in:names talks", "text", set()),
        ("in:no,so talks", "note", {"Ask Una of the talks"}),
        ("!in:text talks", "text", set()),
        # tag: status:
        ("tag:x", "entity", set()),
        ("!tag:x kind:org", "entity", {WORKS}),
        ("status:unrev kind:org", "entity", {WORKS}),
        ("status:confirmed", "event", set()),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)  # fmt: skip
def test_each_sign_keeps_what_it_means(full: Store, line: str, kind: str, names: set[str]) -> None:
    assert found(full, line).get(kind, set()) == names


def test_filters_only_take_away_and_what_they_take_is_the_rest(full: Store) -> None:
    everything = found(full, "in:sources,entities,events,facts,notes !zzz")
    for one in ("kind:person", "source:north", "place:salda", "after:2015", "status:un", "tag:x"):
        fits = found(full, f"in:sources,entities,events,facts,notes {one}")
        rest = found(full, f"in:sources,entities,events,facts,notes !{one}")
        for kind, names in everything.items():
            assert fits.get(kind, set()) | rest.get(kind, set()) == names
            assert not fits.get(kind, set()) & rest.get(kind, set())


@given(
    st.sampled_from(["orla brandt met", '"port salda" !works', "a | talks place:salda"]), st.data()
)
@settings(max_examples=60)
def test_half_typed_signs_at_the_end_change_nothing(
    full: Store, line: str, data: st.DataObject
) -> None:
    sign = data.draw(st.sampled_from(["!", "^", "'", "|", "~", '"', "$", "kind:", "after:20"]))
    assert search(full, f"{line} {sign}") == search(full, line)


TIED = (
    "source:north", "source:kusten,3", "place:salda", "place:wilde", "after:2015", "before:2015",
    "after:2014-06 place:wilde", "source:north place:salda", "!source:north after:2014",
    "after:2040", "before:1990", "source:nowhere", "place:nowhere",
)  # fmt: skip


@pytest.mark.parametrize("line", TIED)
@pytest.mark.parametrize("words", ["", " brandt"])
def test_what_is_tied_to_few_and_to_many_is_found_alike(
    full: Store, line: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = answer(full, line + words, places=PLACES)
    for room in (searchties, searchfilters):
        monkeypatch.setattr(room, "FEW", -1)
        monkeypatch.setattr(room, "FEW_AT_A_KEY", -1)
    assert answer(full, line + words, places=PLACES) == listed


def test_what_a_key_has_no_time_for_is_looked_at_when_the_reader_pauses(
    full: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = answer(full, "source:visit kind:person", thorough=True)
    monkeypatch.setattr(searching, "_LISTED_AT_A_KEY", 1)
    monkeypatch.setattr(searchcalled, "_LABELS", 1)
    hurried = answer(full, "source:visit kind:person")
    assert hurried.is_hurried
    assert whole.hits
    assert len(hurried.hits) <= len(whole.hits)
    assert answer(full, "source:visit kind:person", thorough=True) == whole
    monkeypatch.setattr(searching, "_OFFERED_AT_ONCE", 0)
    assert answer(full, "nobdoy", places=["text"]).is_hurried
    assert answer(full, "nobdoy", places=["text"], thorough=True).offered == ("nobody",)


def test_lists_are_narrowed_by_the_same_line(full: Store) -> None:
    with Case(full.path, read_only=True) as case:
        rows = case.entity_rows(case.ids(Kind.ENTITY, matching="kind:person place:salda"))
        assert {row.name for row in rows} == {BRANDT, SALT}
        [event] = case.event_rows(case.ids(Kind.EVENT, matching="after:2015"))
        assert event.title == "Una Reed visited Wilde Bay"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("orla brandt", "the name"), ("orla bra", "begins so"), ("brandt orl", "has the words"),
        ("orla brnadt", "is like it"), ("'rla", "has the letters"), ("kind:person", "fits"),
    ],
)  # fmt: skip
def test_a_row_says_why_it_is_there(full: Store, line: str, why: str) -> None:
    [first] = [hit for hit in search(full, line, places=["entities"]) if hit.label == BRANDT]
    assert first.why == why


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("tag:x", "No tag"),
        ("status:zz", "unreviewed"),
        ("grade:z", "A to F"),
        ("kind:zz", "'zz'"),
        ("in:zz", "'zz'"),
        ("a | b c | d e | f g | h", "first 8"),
    ],
)
def test_what_a_filter_cannot_do_is_said(full: Store, line: str, words: str) -> None:
    [said] = answer(full, line).remarks
    assert words in said


def test_other_words_are_offered_where_no_text_has_these(full: Store) -> None:
    assert answer(full, "vistied the works", places=["text"]).offered == ("visited the works",)
    assert answer(full, "nobdoy", places=["text"]).offered == ("nobody",)
    assert answer(full, "nobody", places=["text"]).offered == ()
    assert answer(full, "zzqxzz", places=["text"]).offered == ()
    assert answer(full, "nobdoy", places=["entities"]).offered == ()


def test_every_place_may_be_asked_for(full: Store) -> None:
    for place in PLACES:
        assert search(full, f"in:{place} brandt | talks | nobody")
