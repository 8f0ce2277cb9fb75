"""Who says so: speakers and what they say, from the surface of a sentence."""

import pytest

from casefile.extraction.rules.parts import Sentence
from casefile.extraction.rules.speech import is_anonymous, is_outlet
from casefile.extraction.rules.statements import of_sentence, statements
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
    found = parts("Kenya has dismissed Uganda’s claim that the ship was sunk.")
    assert found[0][0] == []
    assert found[1] == (["Uganda"], "the ship was sunk.")


def test_an_official_position_may_be_passive() -> None:
    assert parts("The new border is officially recognized by Kenya.")[0][0] == ["Kenya"]


def test_nothing_is_cut_inside_a_quotation() -> None:
    sentence = "“The road is closed, but the bridge was not hit,” the mayor said."
    assert parts(sentence) == [(["the mayor"], "“The road is closed, but the bridge was not hit,”")]


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
