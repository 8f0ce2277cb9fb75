"""The engine of rules as a whole: what it promises for any article."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from casefile.extraction.rules.engine import RulesEngine
from casefile.extraction.rules.words.sentences import LONGEST_READ, readable
from casefile.model.article import Article, Furniture, Published
from casefile.model.words import Basis, FurnitureKind, PartialDate, Span

STORY = (
    "Peru and Chile hold secret talks\n"
    "By ANA QUISPE\n"
    "LIMA, March 9 (Andina) — Peru and Chile held secret talks in Oslo on March 3, the Daily "
    "Nation reported on Friday, citing two diplomats.\n"
    "Background\n"
    "The talks failed, the diplomats said, adding that Lima may send another envoy.\n"
    "Foreign Minister Jorge Salas met with Chilean officials in Oslo. He refused to comment.\n"
    "Subscribe to our newsletter: the minister met the press in Lima on Monday.\n"
)


def article(text: str = STORY, **marks: FurnitureKind) -> Article:
    """Return an article published on 9 March 2018, with the lines that begin so marked."""
    lines = {"Peru and Chile hold": "title", "By ANA": "byline", "Background": "heading"}
    lines |= {"LIMA, March 9 (Andina)": "dateline", "Subscribe": "boilerplate"}
    furniture = []
    for head, kind in lines.items():
        start = text.find(head)
        if start >= 0:
            stop = (text + "\n").index("\n", start) if kind != "dateline" else start + len(head)
            furniture.append(Furniture(Span(start, stop), FurnitureKind(kind)))
    day = PartialDate("March 9", "2018-03-09", date(2018, 3, 9), date(2018, 3, 9))
    return Article(
        path="a.txt",
        sha256="0" * 64,
        text=text,
        format="text",
        codec="utf-8",
        published=Published(day, Basis.DATELINE),
        furniture=tuple(sorted(furniture, key=lambda one: one.span)),
    )


def test_the_same_article_gives_equal_findings() -> None:
    assert RulesEngine().extract(article()) == RulesEngine().extract(article())


def test_nothing_rests_on_furniture_that_is_not_read() -> None:
    one = article()
    unread = (FurnitureKind.BOILERPLATE, FurnitureKind.BYLINE, FurnitureKind.DATELINE)
    closed = [piece.span for piece in one.furniture if piece.kind in unread]
    spans = list(RulesEngine().extract(one).spans())
    assert spans
    assert not [span for span in spans if any(span.overlaps(other) for other in closed)]


def test_a_sentence_behind_a_dateline_starts_with_its_first_word() -> None:
    one = article()
    words = [sentence.span.of(one.text) for sentence in readable(one)]
    assert any(sentence.startswith("Peru and Chile held") for sentence in words)


def test_titles_and_headings_state_no_facts() -> None:
    one = article()
    closed = [piece.span for piece in one.furniture]
    facts = RulesEngine().extract(one).facts
    assert not [fact for fact in facts if any(fact.span.overlaps(span) for span in closed)]


def test_a_fact_is_one_statement_not_a_paragraph() -> None:
    one = article()
    lines = {line.strip() for line in one.text.split("\n")}
    spans = [fact.span.of(one.text) for fact in RulesEngine().extract(one).facts]
    assert "Foreign Minister Jorge Salas met with Chilean officials in Oslo." in spans
    assert (
        "Foreign Minister Jorge Salas met with Chilean officials in Oslo. He refused" not in lines
    )


def test_the_publisher_is_never_its_own_source() -> None:
    one = replace(article(), publisher="The Daily Nation")
    chains = [fact.attribution for fact in RulesEngine().extract(one).facts]
    names = {speaker.name for chain in chains for speaker in chain}
    assert "two diplomats" in names
    assert not {name for name in names if "Daily Nation" in name}


def test_only_a_leading_article_is_cut_from_a_speaker() -> None:
    text = "The road was closed, sources familiar with the matter said."
    (fact,) = RulesEngine().extract(article(text)).facts
    assert [one.name for one in fact.attribution] == ["sources familiar with the matter"]


def test_citations_name_each_source_once() -> None:
    found = [(one.name, one.kind) for one in RulesEngine().extract(article()).citations]
    assert ("Daily Nation", "outlet") in found
    assert ("two diplomats", "anonymous") in found
    assert len(found) == len(set(found))


def test_the_fingerprint_is_stable_and_named() -> None:
    assert RulesEngine().fingerprint == RulesEngine().fingerprint
    assert RulesEngine().fingerprint.startswith("rules-")


def test_an_empty_article_holds_nothing() -> None:
    found = RulesEngine().extract(article(""))
    assert not list(found.spans())


def test_a_sentence_too_long_to_be_prose_is_read_for_names_only() -> None:
    text = "Peru met Chile in Oslo and " * (LONGEST_READ // 20)
    found = RulesEngine().extract(article(text))
    assert found.mentions
    assert not found.facts
    assert not found.events


def test_a_text_on_one_endless_line_is_read_in_one_go() -> None:
    text = "Peru met with Chile in Oslo on Monday. " * 2_000
    found = RulesEngine().extract(article(text))
    assert len(found.facts) == 2_000
    assert len([event for event in found.events if event.kind.value == "meeting"]) == 1


PIECES = st.sampled_from(
    [
        *STORY.split(),
        "“",
        "”",
        '"',
        ",",
        ".",
        " — ",
        "said",
        "according to",
        "that",
        "but",
        "while",
        "the two sides",
        "\n",
        "’s",
        "(",
        "secret talks with",
        "in April and July",
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES, max_size=60))
def test_every_span_fits_whatever_the_words(words: list[str]) -> None:
    text = " ".join(words)
    found = RulesEngine().extract(article(text))
    for span in found.spans():
        assert 0 <= span.start < span.end <= len(text)
    for fact in found.facts:
        assert fact.event is None or fact.event < len(found.events)
        assert all(entity < len(found.entities) for entity in fact.about)
        names = [speaker.name.lower() for speaker in fact.attribution]
        assert len(names) == len(set(names))
    for event in found.events:
        assert event.evidence
        assert all(span.end - span.start <= 400 for span in event.evidence)
