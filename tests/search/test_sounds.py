import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.core.folding import fold
from casefile.model.words import Kind
from casefile.search.columns import SIGN, SOUND, kind_of
from casefile.search.features import LONGEST, latin_words, of_name, of_query, spelling
from casefile.search.sounds import respelt

ANY = st.text(st.characters(codec=None, exclude_categories=()), max_size=300)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zhou Qiaoling", "Chou Ch'iaoling"),
        ("Tsunoda Shiro", "Tunoda Siro"),
        ("Wiktor Baranow", "Viktor Baranov"),
        ("Khalid al-Sabri", "Halid as-Sabri"),
        ("Abdel Karim", "Abd al-Karim"),
        ("Rhee Sung", "Yi Sung"),
        ("Yusuf Hamdan", "Youssouf Hamdane"),
    ],
    ids=lambda text: text,
)
def test_two_romanisations_of_one_name_share_most_that_is_looked_for(one: str, other: str) -> None:
    wanted, held = of_query(one), of_name(Kind.ENTITY, other, 0)[1]
    assert sum(held.issuperset(feature) for feature in wanted) >= len(wanted) / 3


@pytest.mark.parametrize(
    ("native", "latin"),
    [
        ("Ольга Баранова", "Olga Baranova"),
        ("Γιάννης", "Giannis"),
        ("つのだ", "tsunoda"),
        ("부산", "busan"),
    ],
    ids=lambda text: text,
)
def test_another_script_is_compared_in_latin_letters(native: str, latin: str) -> None:
    assert spelling(native) == spelling(latin)


def test_an_article_is_not_heard_and_a_last_word_is_no_article() -> None:
    assert spelling("Omar el Haddad").sound == spelling("Omar Haddad").sound
    assert spelling("Omar El").sound != spelling("Omar").sound


def test_japanese_words_are_respelt_and_others_are_not() -> None:
    assert ["shiro"] in respelt(["siro"])
    assert respelt(["brandt"]) == []


@given(ANY)
def test_a_name_is_in_ascii_words_and_as_its_folded_self(text: str) -> None:
    words = latin_words(text)
    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in words)
    assert sum(map(len, words)) <= LONGEST
    assert latin_words(" ".join(words)) == words
    if text.isascii() and len(text) < LONGEST and '"' not in text:
        assert " ".join(words) == fold(text)


@given(ANY, st.integers(0, 1 << 40))
def test_every_name_has_a_form_and_features_that_fit_a_row(text: str, weight: int) -> None:
    form, columns = of_name(Kind.EVENT, text, weight)
    words, tab, sound = form.partition("\t")
    assert tab
    assert f"{words}{sound}".isascii()
    assert len(form) < 256
    assert all(0 <= column < 1 << 16 for column in columns)
    # A query is looked for as other systems write it, too; the rest a name has of itself.
    wanted = [feature for feature in of_query(text) if kind_of(feature[0]) != SOUND]
    assert all(columns.issuperset(feature) for feature in wanted)


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=9))
def test_chinese_characters_are_looked_for_by_themselves(text: str) -> None:
    assert {kind_of(feature[0]) for feature in of_query(text)} == {SIGN}
    assert {kind_of(feature[0]) for feature in of_query(f"{text} amra")} > {SIGN}
