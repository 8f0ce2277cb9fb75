from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from casefile.case import Case
from casefile.core.recent import Recent
from casefile.deeds.adding import Stated
from casefile.deeds.annotating import add_note
from casefile.deeds.searching import PLACES, search
from casefile.model.words import Kind, Ref
from casefile.store.fulltext import Row, match_expression
from casefile.store.names import name_index
from casefile.store.store import Store
from tests.invented import NOW, PERSON, PLACE, Report, Told, case_of, link, put

MEETING = Report(
    "In May Orla Brandt met Ivo Salt in Port Salda. Nobody was told, the Courier says.\n"
    "A second line of Zoe\u0308 and co-operation.",
    {"Orla Brandt": PERSON, "Ivo Salt": PERSON, "Port Salda": PLACE},
    [Told("Orla Brandt met Ivo Salt", ["Orla Brandt", "Ivo Salt"], "2014-05", "Port Salda")],
    [("Nobody was told", "Orla Brandt")],
    title="Talks by the sea",
    publisher="Courier",
)
CJK = Report(
    "関係者によると、大連で九月に会談が行われた。金一が来た。",
    {"大連": PLACE, "金一": PERSON},
    title="秘密会談",
)
OTHERS = Report(
    "Ola Brant, Orla Brandtsen and Pak Sol-mi stayed. Zoë Müller left.",
    {"Ola Brant": PERSON, "Orla Brandtsen": PERSON, "Pak Sol-mi": PERSON, "Zoë Müller": PERSON},
)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = case_of(tmp_path_factory.mktemp("full") / "a.casefile", MEETING, CJK, OTHERS)
    add_note(store, Ref(Kind.SOURCE, 1), "Who [paid]?\nAsk Una. 平壌", span=None, by="A", now=NOW)
    return store


def labels(store: Store, typed: str, *places: str) -> list[str]:
    return [hit.label for hit in search(store, typed, places=places)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("orla brandt", "Orla Brandt"),
        ("ORLA BRANDT", "Orla Brandt"),
        ("brandt orla", "Orla Brandt"),
        ("orla brantsen", "Orla Brandtsen"),
        ("olra brandt", "Orla Brandt"),
        ("orla bran", "Orla Brandt"),
        ("ivo slat", "Ivo Salt"),
        ("pak solm ji", "Pak Sol-mi"),
        ("pak solmi", "Pak Sol-mi"),
        ("zoe muller", "Zoë Müller"),
        ("port sal", "Port Salda"),
        ("大連", "大連"),
        ("大", "大連"),
        ("金", "金一"),
        ("talks sea", "Talks by the sea"),
    ],
    ids=lambda text: text,
)
def test_a_name_comes_first_however_it_is_typed(full: Store, typed: str, first: str) -> None:
    assert labels(full, typed)[0] == first


def test_exact_comes_before_begun_before_typo(full: Store) -> None:
    found = labels(full, "orla brandt", "entities")
    assert found[:3] == ["Orla Brandt", "Orla Brandtsen", "Ola Brant"]


@pytest.mark.parametrize(
    ("typed", "quoted"),
    [
        ("nobody was told", "Nobody was told"),
        ("told nobody", "Nobody"),
        ("nobo", "Nobo"),
        ("九月", "九月"),
        ("月", "月"),
        ("of zo\u00eb", "of Zoe\u0308"),
        ("co-operation", "co-operation"),
        ("line of", "line of"),
    ],
    ids=lambda text: text,
)
def test_a_text_is_found_by_its_words(full: Store, typed: str, quoted: str) -> None:
    hit = search(full, typed, places=["text"])[0]
    assert hit.span is not None
    [text] = full.rows("source_text", id=hit.ref.id)
    assert hit.span.of(text["text"]) == quoted
    assert quoted in [hit.label[start:end] for start, end in hit.matched]
    assert hit.why == "in the text"


def test_notes_and_facts_are_found_where_they_are_asked_for(full: Store) -> None:
    assert labels(full, "who", "notes") == ["Who [paid]?"]
    assert labels(full, "una", "notes") == ["Who [paid]? … Ask Una. 平壌"]
    assert labels(full, "平", "notes") == ["Who [paid]? … Ask Una. 平壌"]
    assert labels(full, "nobody", "facts") == ["Nobody was told"]
    assert "Nobody was told" not in labels(full, "nobody")


@pytest.mark.parametrize("place", PLACES)
def test_only_the_asked_for_places_are_searched(full: Store, place: str) -> None:
    kinds = {
        "sources": Kind.SOURCE, "entities": Kind.ENTITY, "events": Kind.EVENT, "facts": Kind.FACT,
        "notes": Kind.NOTE, "text": Kind.SOURCE,
    }  # fmt: skip
    for typed in ("orla", "brandt met", "sea", "told", "who"):
        assert {hit.ref.kind for hit in search(full, typed, places=[place])} <= {kinds[place]}


ANY = st.text(st.characters(codec=None, exclude_categories=()), max_size=25)
SYNTAX = st.lists(
    st.sampled_from(
        ["AND", "OR", "NOT", "NEAR(", '"', "*", "^", "(", ")", "{a b}:", "words:", "-", "+", "orla",
         "brandt*", "\x00", "\ud800", "\x1b[2J", "'", "--", ";", "%", "_", "[/]", "平", "大連", "ß",
         "\u0301", "ﬁ", "²", "𞤀", "\u202e", "Ⅷ", "🙂", "a\x00b", "\ufeff"]
    ),
    max_size=6,
).map(" ".join)  # fmt: skip


@given(ANY | SYNTAX)
@settings(max_examples=500)
@example('"')
@example("P")
@example("NEAR(orla brandt, 5)")
@example("orla AND")
@example("words : orla")
@example("\x00")
@example("\udcff orla")
def test_any_text_is_a_query_and_the_answer_is_sound_and_the_same_again(
    full: Store, typed: str
) -> None:
    found = search(full, typed, places=PLACES)
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
    for hit in found:
        assert 0 <= hit.score <= 100
        assert hit.label
        assert hit.why
        at = 0
        for start, end in hit.matched:
            assert at <= start < end <= len(hit.label)
            at = end
    assert search(full, typed, places=PLACES) == found


@given(st.lists(ANY | SYNTAX, max_size=4))
@settings(max_examples=1500)
def test_no_words_make_an_expression_that_the_index_cannot_read(
    full: Store, words: list[str]
) -> None:
    if expression := match_expression([Row(word, may_go_on=True) for word in words]):
        full.rows("sources_matching", expression=expression, limit=1)


WORDS = [word.strip(".,") for word in MEETING.text.split() if len(word.strip(".,")) > 1]


@given(st.sampled_from(WORDS), st.integers(1, 12))
def test_every_beginning_of_a_word_of_a_text_finds_it(full: Store, word: str, length: int) -> None:
    hits = search(full, word[:length], places=["text"])
    assert Ref(Kind.SOURCE, 1) in {hit.ref for hit in hits}


@given(st.data())
def test_every_piece_of_a_text_without_spaces_finds_it(full: Store, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(CJK.text) - 1))
    piece = CJK.text[start : start + data.draw(st.integers(1, 2))]
    if any(sign.isalnum() for sign in piece):
        assert 2 in {hit.ref.id for hit in search(full, piece, places=["text"])}


def test_a_blank_query_finds_nothing(full: Store) -> None:
    assert search(full, " \t") == []


def test_no_more_hits_come_than_were_asked_for(full: Store) -> None:
    assert len(search(full, "brandt", limit=1)) == 1


@pytest.mark.parametrize("line", ["brandt", "o", "orla bradnt", "o !ivo", "kind:person bra"])
def test_fewer_hits_are_the_first_of_more(full: Store, line: str) -> None:
    more = search(full, line, limit=50)
    assert len(more) > 1
    for limit in range(1, len(more)):
        assert search(full, line, limit=limit) == more[:limit]


READ_SO = ["金一", "Jinhi", "Jin Yia", "Kanechi", "Kane Ichiro"]


def test_fewer_hits_are_the_first_of_more_also_of_names_read_so(tmp_path: Path) -> None:
    told = Report(", ".join(READ_SO) + " stayed.", dict.fromkeys(READ_SO, PERSON))
    store = case_of(tmp_path / "a.casefile", told)
    more = search(store, "金一", places=["entities"])
    assert {hit.label for hit in more} == set(READ_SO)
    for limit in range(1, len(more)):
        assert search(store, "金一", places=["entities"], limit=limit) == more[:limit]
    store.close()


TYPED = ["orla brandt", "orla brandt salda", "olra salda ivo", "pak solm ji", "大連", "brandt z"]


@given(line=st.sampled_from(TYPED), end=st.integers(1, 20), limit=st.integers(1, 12))
def test_what_was_typed_before_changes_nothing(
    full: Store, line: str, end: int, limit: int
) -> None:
    for typed in (line[:length] for length in range(1, end)):
        search(full, typed, limit=limit)
    told = search(full, line[:end], limit=limit)
    name_index(full).recent = Recent(1)
    assert told == search(full, line[:end], limit=limit)


def test_a_name_is_found_at_once_where_it_was_missed_before(tmp_path: Path) -> None:
    store = case_of(tmp_path / "a.casefile", MEETING)
    assert labels(store, "una marow", "entities") == []
    named = Report("Una Marrow came.", {"Una Marrow": PERSON})
    link(store, *put(store, named))
    assert labels(store, "una marow", "entities") == ["Una Marrow"]
    store.close()


READ_ALIKE = Report(
    "김정수 and Kim Jong Soo stayed; Kim Chonghwa left.",
    {"김정수": PERSON, "Kim Jong Soo": PERSON, "Kim Chonghwa": PERSON},
)


def test_who_is_read_alike_comes_after_the_name_as_it_is_written(tmp_path: Path) -> None:
    store = case_of(tmp_path / "a.casefile", READ_ALIKE)
    assert labels(store, "김정수", "entities")[:2] == ["김정수", "Kim Jong Soo"]
    assert labels(store, "김정", "entities")[0] == "김정수"
    store.close()


def test_a_list_is_narrowed_to_what_fits_best_first(full: Store) -> None:
    with Case(full.path, read_only=True) as case:
        names = [
            row.name for row in case.entity_rows(case.ids(Kind.ENTITY, matching="orla brandt"))
        ]
        assert names[:2] == ["Orla Brandt", "Orla Brandtsen"]
        within = case.ids(Kind.ENTITY, within=Ref(Kind.SOURCE, 3), matching="orla brandt")
        assert case.entity_rows(within)[0].name == "Orla Brandtsen"


def test_what_is_gone_is_no_longer_found(path: Path) -> None:
    store = case_of(path, MEETING)
    put(store, CJK)
    assert labels(store, "大連", "entities") == []
    with store.write() as database:
        database.execute("UPDATE entity_cluster SET name = 'Una' WHERE id = 1")
    assert "Una" in labels(store, "orla brandt", "entities")
    store.close()


def test_an_event_is_told_with_the_day_it_is_of_and_not_as_a_source_words_it(path: Path) -> None:
    with Case(path, create=True) as case:
        file = path.with_name("a.txt")
        file.write_text(
            "OSLO, 3 May 2019 — Orla Brandt met Ivo Salter in Port Salda on 2 May.\n",
            encoding="utf-8",
        )
        case.add([str(file)], stated=Stated())
        [hit] = [one for one in case.search("orla", places=("events",)) if one.kind == "meeting"]
    assert hit.detail.startswith("2 May 2019"), hit
