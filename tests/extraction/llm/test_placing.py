"""A model is believed only where it copied letter for letter."""

from hypothesis import given
from hypothesis import strategies as st

from casefile.extraction.llm.answers import Answer, SaidName, SaidStatement
from casefile.extraction.llm.placing import Placed, join, place
from casefile.model.words import Span

TEXT = (
    "Amina Diallo told reporters in Lomé that\nthe port is shut. "
    "The port authority, led by Diallo, did not comment."
)
WHOLE = Span(0, len(TEXT))


def names(*said: str, text: str = TEXT, within: Span = WHOLE) -> list[str]:
    answer = Answer(tuple(SaidName(one, "person") for one in said))
    return [one.span.of(text) for one in place(text, within, answer).names]


def test_a_name_is_found_wherever_it_stands() -> None:
    assert names("Diallo") == ["Diallo", "Diallo"]


def test_a_name_that_does_not_stand_there_is_refused_and_counted() -> None:
    answer = Answer((SaidName("Aminata Diallo", "person"), SaidName("Lome", "place")), (), 2)
    assert place(TEXT, WHOLE, answer) == Placed((), (), 4, 4)


def test_part_of_a_word_is_no_name() -> None:
    assert names("Dial", "port authorit") == []


def test_white_space_may_differ_and_the_span_is_the_texts_own() -> None:
    said = SaidStatement("Amina  Diallo", "told", "that the port is shut")
    placed = place(TEXT, WHOLE, Answer((), (said,))).statements
    assert [one.content.of(TEXT) for one in placed] == ["that\nthe port is shut"]
    assert [one.speaker.of(TEXT) for one in placed] == ["Amina Diallo"]


def test_a_statement_needs_its_speaker_and_its_cue_in_the_text() -> None:
    said = [
        SaidStatement("Amina Diallo", "claimed", "the port is shut"),
        SaidStatement("The minister", "told", "the port is shut"),
        SaidStatement("Amina Diallo", "told", "the port is closed"),
    ]
    assert place(TEXT, WHOLE, Answer((), tuple(said))) == Placed((), (), 3, 3)


def test_a_speaker_far_from_what_is_said_is_not_believed() -> None:
    far = "Diallo said. " + "x " * 400 + "The port is shut."
    said = Answer((), (SaidStatement("Diallo", "said", "The port is shut"),))
    assert place(far, Span(0, len(far)), said).refused == 1


def test_nothing_is_found_outside_the_passage_asked_about() -> None:
    assert names("Diallo", within=Span(0, 20)) == ["Diallo"]
    assert names("Lomé", within=Span(0, 20)) == []


def test_words_of_scripts_without_blanks_are_found_inside_a_run() -> None:
    text = "外務省の田中局長は大連で会った"
    assert names("田中", "大連", text=text, within=Span(0, len(text))) == ["田中", "大連"]


@given(st.text(alphabet="ab é\n中.", max_size=60), st.lists(st.text(max_size=6), max_size=6))
def test_every_span_is_what_the_model_said_but_for_white_space(text: str, said: list[str]) -> None:
    answer = Answer(tuple(SaidName(one, "place") for one in said))
    placed = place(text, Span(0, len(text)), answer)
    wanted = {" ".join(one.split()) for one in said}
    for one in placed.names:
        assert one.words == one.span.of(text)
        assert " ".join(one.words.split()) in wanted
    assert placed.returned == len(said)
    assert placed.refused <= placed.returned


def test_passages_are_joined_with_their_counts() -> None:
    one = place(TEXT, Span(0, 20), Answer((SaidName("Diallo", "person"),)))
    other = place(TEXT, Span(20, len(TEXT)), Answer((SaidName("Nobody", "person"),)))
    both = join([one, other])
    assert (len(both.names), both.returned, both.refused) == (1, 2, 1)
