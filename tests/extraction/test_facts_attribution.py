"""Who says so: speakers and what they say, from the surface of a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.core.sentences import sentences
from casefile.extraction.rules.engine import RulesEngine
from casefile.extraction.rules.parts import Sentence
from casefile.extraction.rules.speech.statements import of_sentence, statements
from casefile.extraction.rules.speech.words import is_anonymous, is_outlet
from casefile.extraction.rules.words.quotations import quoted_share, quotes
from casefile.model.article import Article
from casefile.model.words import FurnitureKind, Span

SINGLE = [
    # sentence, speakers outermost first, what is said
    ("The army left the town, the ministry said.", ["the ministry"], "The army left the town"),
    (
        "The army left the town, two officials said on Friday.",
        ["two officials"],
        "The army left the town",
    ),
    ("The ministry said that the army left.", ["The ministry"], "the army left."),
    ("The ministry said the army had left.", ["The ministry"], "the army had left."),
    (
        "Officials in Lima said on Monday that the road was closed.",
        ["Officials in Lima"],
        "the road was closed.",
    ),
    (
        "According to the Herald, the road was closed.",
        ["the Herald"],
        "the road was closed.",
    ),
    ("The road was closed, according to the Herald.", ["the Herald"], "The road was closed"),
    (
        "The Herald reported, citing three officers, that the road was closed.",
        ["The Herald", "three officers"],
        "the road was closed.",
    ),
    (
        "The minister told the Herald that the road was closed.",
        ["the Herald", "The minister"],
        "the road was closed.",
    ),
    (
        "The minister told reporters that the road was closed.",
        ["The minister"],
        "the road was closed.",
    ),
    (
        "“The road is closed,” said Ana Ruiz, the mayor.",
        ["Ana Ruiz"],
        "“The road is closed,”",
    ),
    ("“The road is closed,” he said.", ["he"], "“The road is closed,”"),
    (
        "In a speech in Quito, Ana Ruiz, the mayor, said the road was closed.",
        ["Ana Ruiz"],
        "the road was closed.",
    ),
    (
        "On Friday, the president also insisted that the vote was fair.",
        ["the president"],
        "the vote was fair.",
    ),
    ("Kenya suspects that the ship was sunk.", ["Kenya"], "the ship was sunk."),
    ("The rebels have repeatedly said they were robbed.", ["The rebels"], "they were robbed."),
    ("Kenya continues to insist the ship was sunk.", ["Kenya"], "the ship was sunk."),
    (
        "Officials near the border — and some envoys — say that the road was closed.",
        ["Officials near the border"],
        "the road was closed.",
    ),
    (
        "Even then, the mayor said the road was closed.",
        ["the mayor"],
        "the road was closed.",
    ),
    ("Peru: Chile says the road was closed", ["Chile"], "the road was closed"),
    ("He was blunt: “The road is closed.”", ["He"], "“The road is closed.”"),
    ("''The road is closed,'' Ruiz said.", ["Ruiz"], "''The road is closed,''"),
    (
        "“The road is closed,” Ana Ruiz, the mayor, said when a reporter asked.",
        ["Ana Ruiz"],
        "“The road is closed,”",
    ),
    (
        "The road was closed, a clerk told the evening paper’s editor.",
        ["a clerk"],
        "The road was closed",
    ),
    (
        "The minister made it clear that the road was closed.",
        ["The minister"],
        "the road was closed.",
    ),
    (
        "The Herald reported, citing two officers, that the mayor had said the road was closed.",
        ["The Herald", "two officers", "the mayor"],
        "the road was closed.",
    ),
    (
        "The road, officials say, was closed.",
        ["officials"],
        "The road, officials say, was closed.",
    ),
    ("Its promise to pay was kept.", [], "Its promise to pay was kept."),
    ("Trusted aides left the town.", [], "Trusted aides left the town."),
    (
        "The two nations agreed to open the road.",
        [],
        "The two nations agreed to open the road.",
    ),
    ("She did not say who paid.", [], "She did not say who paid."),
    ("The meeting room was closed.", [], "The meeting room was closed."),
    (
        "It was a report of rare candour.",
        [],
        "It was a report of rare candour.",
    ),
    (
        "Fears of war have grown, and claims of torture were heard.",
        [],
        "Fears of war have grown, and claims of torture were heard.",
    ),
]


def parts(sentence: str) -> list[tuple[list[str], str]]:
    found = of_sentence(sentence, Span(0, len(sentence)))
    return [
        ([speaker.span.of(sentence) for speaker in one.speakers], one.content.of(sentence))
        for one in found
    ]


@pytest.mark.parametrize(("sentence", "speakers", "content"), SINGLE)
def test_a_sentence_tells_who_says_it(sentence: str, speakers: list[str], content: str) -> None:
    assert parts(sentence)[0] == (speakers, content)


@pytest.mark.parametrize("name", ["Mark Ruiz", "Mary Ruiz", "Martin Ruiz", "Julia Ruiz"])
def test_a_given_name_that_begins_like_a_month_is_no_time(name: str) -> None:
    assert parts(f"{name} said that the bridge fell.") == [([name], "the bridge fell.")]
    assert parts(f"{name} in March said the bridge fell.")[0][0] == [name]


def test_adding_goes_on_with_the_same_speaker() -> None:
    assert parts("The road is closed, the sources said, adding that the bridge fell.") == [
        (["the sources"], "The road is closed"),
        (["the sources"], "the bridge fell."),
    ]


def test_coordinated_clauses_are_statements_of_their_own() -> None:
    assert parts("The road is closed, but the bridge was not hit, the mayor said.") == [
        (["the mayor"], "The road is closed"),
        (["the mayor"], "the bridge was not hit"),
    ]


def test_a_shared_subject_keeps_a_sentence_whole() -> None:
    assert len(parts("The mayor closed the road but left the bridge open.")) == 1


def test_a_contrast_at_the_start_is_a_statement_of_its_own() -> None:
    assert parts("While the north is calm, Kenya claims the south is at war.") == [
        ([], "the north is calm"),
        (["Kenya"], "the south is at war."),
    ]


def test_the_speaker_who_tells_nothing_more_is_kept() -> None:
    found = parts("The captain told the Herald the ship was lost, but gave no reason.")
    assert found[0] == (["the Herald", "The captain"], "the ship was lost")
    assert found[1][0] == ["the Herald", "The captain"]


def test_a_claim_may_be_borne_by_a_noun() -> None:
    found = parts("Kenya has heard Uganda’s claim that the ship was sunk.")
    assert found[0][0] == []
    assert found[1] == (["Uganda"], "the ship was sunk.")


def test_an_official_position_may_be_passive() -> None:
    assert parts("The new border is officially recognized by Kenya.")[0][0] == ["Kenya"]


def test_nothing_is_cut_inside_a_quotation() -> None:
    sentence = "“The road is closed, but the bridge was not hit,” the mayor said."
    assert parts(sentence) == [(["the mayor"], "“The road is closed, but the bridge was not hit,”")]


@pytest.mark.parametrize(
    ("sentence", "speaker", "gist"),
    [
        ("Peru opposes the ban on fishing.", "Peru", "the ban on fishing."),
        ("The envoy wants to leave the town.", "The envoy", "to leave the town."),
        ("The envoy wants Peru to leave.", "The envoy", "Peru to leave."),
        ("Peru called on Chile to leave.", "Peru", "on Chile to leave."),
        ("Peru is willing to talk.", "Peru", "to talk."),
        ("The mayor asked the army whether it would go.", "The mayor", "whether it would go."),
        ("Chile officially lists 17 soldiers as missing.", "Chile", "17 soldiers as missing."),
        ("The mayor praised the army, but he left.", "The mayor", "the army"),
    ],
)
def test_what_somebody_wants_or_opposes_is_the_end_of_the_statement(
    sentence: str, speaker: str, gist: str
) -> None:
    one = next(of_sentence(sentence, Span(0, len(sentence))))
    assert one.is_deed
    assert one.speakers[-1].span.of(sentence) == speaker
    assert one.gist is not None
    assert one.gist.of(sentence) == gist


@pytest.mark.parametrize(
    ("sentence", "extra"),
    [
        (
            "The envoy, who said the talks had failed, left on Friday.",
            (["The envoy"], "the talks had failed"),
        ),
        (
            "Ruiz said the port was closed and insisted that nobody was hurt.",
            (["Ruiz"], "nobody was hurt."),
        ),
        (
            "The mayor left the hall, but told reporters that he would be back.",
            (["The mayor"], "he would be back."),
        ),
        (
            "It is odd that local historians say the bridge was built twice.",
            (["local historians"], "the bridge was built twice."),
        ),
    ],
)
def test_what_is_said_inside_a_clause_is_a_statement_of_its_own(
    sentence: str, extra: tuple[list[str], str]
) -> None:
    assert extra in parts(sentence)[1:]


def said(text: str) -> list[tuple[list[str], str]]:
    """Return the speakers and statements of a whole text, read as the engine reads it."""
    article = Article(
        path="-", sha256="0" * 64, text=text, format="text", codec="utf-8", language="en"
    )
    found = RulesEngine().extract(article).facts
    return [([one.name for one in fact.attribution], fact.statement) for fact in found]


def test_all_sentences_of_a_quotation_have_the_speaker_behind_it() -> None:
    assert said("“The road is closed. We will not open it. Who would pay?” Ana Ruiz asked.") == [
        (["Ana Ruiz"], "The road is closed"),
        (["Ana Ruiz"], "We will not open it"),
        (["Ana Ruiz"], "Who would pay?"),
    ]


def test_a_quotation_never_takes_the_speaker_of_the_one_before_it() -> None:
    found = said("“We lost the war,” said Omar Diaz.\n“We won it. We did win it,” Ana Ruiz said.")
    assert [speakers for speakers, _ in found] == [["Omar Diaz"], ["Ana Ruiz"], ["Ana Ruiz"]]


def test_a_quotation_over_several_paragraphs_has_the_speaker_told_last() -> None:
    found = said("“The road is closed.\n“We will not open it,” said Ana Ruiz.")
    assert [speakers for speakers, _ in found] == [["Ana Ruiz"], ["Ana Ruiz"]]


def test_a_paper_that_nobody_knows_is_no_speaker() -> None:
    assert said("Ana Ruiz told the newspaper that the road was closed.") == [
        (["Ana Ruiz"], "the road was closed")
    ]


def test_a_statement_reads_without_the_words_of_attribution() -> None:
    assert said("The road to Lima, officials say, was closed.") == [
        (["officials"], "The road to Lima was closed")
    ]


def test_a_second_deed_is_told_with_its_subject() -> None:
    found = said("Ana Ruiz said that she knew the report but declined to comment on it.")
    assert found[1] == (["Ana Ruiz"], "Ana Ruiz declined to comment on it")


@given(
    st.lists(
        st.sampled_from(
            ["“", "”", '"', "''", " said ", "Ana Ruiz", ", ", ". ", "\n", "who ", "the road was "]
        ),
        max_size=25,
    )
)
def test_whatever_stands_in_quotation_marks_spans_fit_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    whole = Span(0, len(text))
    for quote in quotes(text, whole):
        assert 0 <= quote.start < quote.end <= len(text)
    assert 0 <= quoted_share(text, whole) <= 1
    found = statements(text, tuple(Sentence(span) for span in sentences(text)))
    for one in found:
        for span in (one.span, one.content, *(speaker.span for speaker in one.speakers)):
            assert 0 <= span.start <= span.end <= len(text)
        assert one.gist is None or one.content.start <= one.gist.start


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    text = "“The road is closed,” said Ana Ruiz. “We will open it soon enough.”"
    cut = text.index("“We")
    found = statements(text, (Sentence(Span(0, cut - 1)), Sentence(Span(cut, len(text)))))
    assert [one.speakers[-1].span.of(text) for one in found] == ["Ana Ruiz", "Ana Ruiz"]


def test_headings_make_no_statement() -> None:
    text = "The road is closed"
    assert not statements(text, (Sentence(Span(0, len(text)), FurnitureKind.HEADING),))


@pytest.mark.parametrize(
    ("name", "outlet", "anonymous"),
    [
        ("the Daily Herald", True, False),
        ("Reuters", True, False),
        ("a local newspaper", True, False),
        ("state media", True, False),
        ("the report", True, False),
        ("two officials", False, True),
        ("people familiar with the matter", False, True),
        ("a news conference", False, False),
        ("the International Atomic Energy Agency", False, False),
        ("Xinhua News Agency", True, False),
        ("Ana Ruiz", False, False),
    ],
)
def test_outlets_and_unnamed_sources_are_told_apart(
    name: str, outlet: bool, anonymous: bool
) -> None:
    assert (is_outlet(name), is_anonymous(name)) == (
        outlet,
        anonymous,
    )
