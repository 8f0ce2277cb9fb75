from itertools import permutations

import pytest

from casefile.deeds.searching import PLACES, search
from casefile.model.rows import Hit
from casefile.model.words import Kind
from casefile.store.store import Store
from tests.invented import PERSON, PLACE, Report, Told, case_of

MEETING = Report(
    "In May Ivo Salten went to Quayford. Nobody was told, says Orla Brandt.",
    {"Ivo Salten": PERSON, "Quayford": PLACE, "Orla Brandt": PERSON},
    [Told("Ivo Salten went to Quayford", ["Ivo Salten"], "2014-05", "Quayford")],
    [("Nobody was told", "Orla Brandt")],
    title="A trip by the sea",
)
ELSEWHERE = Report(
    "Una Marrow stayed in Oldharbour.", {"Una Marrow": PERSON, "Oldharbour": PLACE}, title="At home"
)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return case_of(tmp_path_factory.mktemp("full") / "a.casefile", MEETING, ELSEWHERE)


def found(store: Store, typed: str) -> list[Hit]:
    return search(store, typed, places=PLACES)


@pytest.mark.parametrize("typed", ["salten quayfrod", "quayfrod salten", "ivo salten quayfrod"])
def test_the_words_of_several_names_find_what_the_things_have_together(
    full: Store, typed: str
) -> None:
    hits = found(full, typed)
    assert hits[0].ref.kind is Kind.EVENT
    assert {"Ivo Salten", "Quayford"} == set(hits[0].why.removeprefix("has ").split(" and "))
    assert {"A trip by the sea", "Ivo Salten", "Quayford"} <= {hit.label for hit in hits}
    assert "At home" not in {hit.label for hit in hits}


def test_what_has_nothing_together_is_listed_thing_by_thing(full: Store) -> None:
    hits = found(full, "salten oldharbuor")
    assert [(hit.label, hit.why) for hit in hits] == [
        ("Ivo Salten", "is named by some words"),
        ("Oldharbour", "is named by some words"),
    ]


@pytest.mark.parametrize(
    "typed", ["salten zzkwq", '"salten" quayfrod', "!salten quayfrod", "salten"]
)
def test_words_that_name_nothing_or_have_signs_are_not_divided(full: Store, typed: str) -> None:
    assert not any(hit.why.startswith(("has Ivo", "is named")) for hit in found(full, typed))


@pytest.mark.parametrize(
    ("typed", "is_shown"), [("ivo quayfrod", True), ("slaten quayfrod", False)]
)
def test_one_part_of_a_line_may_be_misspelt_but_not_two(
    full: Store, typed: str, is_shown: bool
) -> None:
    assert any(hit.why.startswith("has ") for hit in found(full, typed)) == is_shown


def test_a_name_that_fits_all_words_stands_alone(full: Store) -> None:
    assert [hit.label for hit in search(full, "ivo slaten", places=["entities"])] == ["Ivo Salten"]


def test_the_order_of_the_words_changes_nothing_of_what_is_found(full: Store) -> None:
    ways = {
        frozenset(hit.ref for hit in found(full, " ".join(words)))
        for words in permutations(["salten", "quayfrod", "brandt"])
    }
    assert len(ways) == 1


def test_only_the_asked_for_places_are_shown(full: Store) -> None:
    hits = search(full, "salten quayfrod", places=["sources"])
    assert [hit.label for hit in hits] == ["A trip by the sea"]
