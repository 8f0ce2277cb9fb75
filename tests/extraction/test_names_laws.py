"""What holds of the names of every text, and of the gazetteer."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.core.sentences import sentences
from casefile.extraction.rules.entities.names import find_names
from casefile.extraction.rules.names.candidates import longest_known
from casefile.extraction.rules.parts import Names, Sentence
from casefile.extraction.rules.words.gazetteer import load_gazetteer
from casefile.extraction.rules.words.tokens import read_line
from casefile.model.words import FurnitureKind, Span

SCRAPS = [
    "Anna", "Weber", "Park", "Ji-hun", "Kenya", "Kenyan", "South", "Sudan", "Accra", "said", "the",
    "of", "and", "&", "for", "Ministry", "Bureau", "Affairs", "Asian", "President", "Prime",
    "Minister", "’s", "'s", "'", ",", ".", "(", ")", "KWS", "U.N.", "General", "Assembly", "in",
    "government", "foreign", "ministry", "office", "president", "North", "Korea", "The",
    "Korea-", "-", "De", "de", "la", "“", "”", "\n", "\u00a0", "日本", "한국",
    "Photo", "by", "/AFP", "autonomous",
    "region", "http://a.b",
]  # fmt: skip

texts = st.one_of(
    st.lists(st.sampled_from(SCRAPS), max_size=30).map(" ".join),
    st.lists(st.sampled_from(SCRAPS), max_size=30).map("".join),
    st.lists(st.sampled_from(SCRAPS).map(str.upper), max_size=20).map(" ".join),
    st.text(max_size=60),
)
furniture = st.sampled_from([None, *FurnitureKind])


def cut(text: str, kind: FurnitureKind | None) -> list[Sentence]:
    return [Sentence(span, kind) for span in sentences(text)]


def read(text: str, kind: FurnitureKind | None = None) -> Names:
    return find_names(text, cut(text, kind), gazetteer=load_gazetteer())


@given(texts, furniture)
def test_mentions_are_trim_in_order_and_inside_one_sentence(
    text: str, kind: FurnitureKind | None
) -> None:
    at = 0
    for mention in read(text, kind).mentions:
        words = mention.span.of(text)
        assert at <= mention.span.start < mention.span.end
        assert words == words.strip()
        assert not words.endswith(("'s", "’s"))
        assert any(sentence.span.holds(mention.span) for sentence in cut(text, kind))
        at = mention.span.end


@given(texts)
def test_every_entity_is_mentioned_and_named(text: str) -> None:
    names = read(text)
    assert {mention.entity for mention in names.mentions} == set(range(len(names.entities)))
    assert all(entity.name.strip() for entity in names.entities)


@given(texts)
def test_the_same_text_gives_the_same_names(text: str) -> None:
    assert read(text) == read(text)


@given(texts, st.integers(0, 30))
def test_what_is_not_given_is_not_read(text: str, skipped: int) -> None:
    given_ = cut(text, None)[skipped:]
    names = find_names(text, given_, gazetteer=load_gazetteer())
    assert all(
        any(sentence.span.holds(mention.span) for sentence in given_) for mention in names.mentions
    )


def _invented(number: int) -> str:
    """Return a surname of its own for each number."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return "X" + "".join(letters[number // 26**place % 26] for place in range(3))


@pytest.mark.parametrize(
    "text",
    [
        "Anna Weber " * 20_000,
        "Ministry of " + "Aid, " * 20_000,
        "Kenyan " * 20_000,
        "A and " * 20_000,
        "(Photo " * 20_000,
        "A." * 40_000,
        "foreign and " * 20_000 + "ministry",
        "Park-" * 20_000,
        "日本" * 20_000,
        " ".join(f"Anna {_invented(number)} left." for number in range(5_000)),
    ],
    ids=lambda text: text[:12],
)
def test_the_cost_grows_with_the_length_alone(text: str) -> None:
    start = time.process_time()
    read(text, FurnitureKind.CAPTION)
    assert time.process_time() - start < 8


def test_a_city_tells_its_country() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.country_of("Marseille") == "France"
    assert gazetteer.country_of("Tibet") == "China"
    assert gazetteer.country_of("Nowhere-on-Sea") is None


def test_every_demonym_belongs_to_a_known_place() -> None:
    gazetteer = load_gazetteer()
    shown = set(gazetteer.countries.values()) | set(gazetteer.regions.values())
    assert set(gazetteer.demonyms.values()) <= shown


def test_every_seat_has_a_government() -> None:
    gazetteer = load_gazetteer()
    assert set(gazetteer.seats.values()) <= set(gazetteer.governments)


def test_every_inhabited_country_has_an_adjective() -> None:
    gazetteer = load_gazetteer()
    independent = set(gazetteer.governments)
    assert len(independent) > 195
    assert {"Japan", "Ghana", "Peru", "Fiji", "Ivory Coast", "DR Congo"} <= independent


@given(st.data())
def test_a_known_name_of_several_words_is_found_in_full(data: st.DataObject) -> None:
    gazetteer = load_gazetteer()
    several = sorted(name for name in {*gazetteer.countries, *gazetteer.bodies} if " " in name)
    first, then = data.draw(st.sampled_from(several)), data.draw(st.sampled_from([*SCRAPS, ""]))
    text = f"{first} {then}".strip()
    line = read_line(text, Sentence(Span(0, len(text))), gazetteer)
    ends = [at for at in range(1, len(line.tokens)) if gazetteer.knows(line.name(0, at))]
    if line.tokens[0] in gazetteer.openers:
        assert longest_known(line, 0, gazetteer) == (ends[-1] if ends else None)
