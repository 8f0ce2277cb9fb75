import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.core.folding import bare_name, fold, latin, spaced


@given(st.text())
def test_folding_is_idempotent(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text(st.characters(codec="ascii")))
def test_case_never_matters(name: str) -> None:
    assert fold(name.upper()) == fold(name.lower())


@given(st.text())
def test_a_folded_name_has_single_spaces(name: str) -> None:
    folded = fold(name)
    assert folded == " ".join(folded.split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Société Générale", "SOCIETE GENERALE"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("O’Brien", "OBrien"),
        ("서울", "서울"),
        ("Ｔｏｋｙｏ", "Tokyo"),
        ("Straße", "STRASSE"),
    ],
)
def test_variants_of_spelling_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_the_bare_name_has_no_article_and_no_possessive() -> None:
    assert bare_name("the Harbour Board’s") == "Harbour Board"
    assert bare_name("The") == "The"


@given(st.text())
def test_spacing_loses_no_character(text: str) -> None:
    assert "".join(spaced(text).split()) == "".join(text.split())


def test_every_cjk_character_is_a_word() -> None:
    assert spaced("北京で会った").split() == list("北京で会った")


def test_other_scripts_have_a_latin_key() -> None:
    assert latin("Москва") == "moskva"
    assert latin("Seoul") == "seoul"
