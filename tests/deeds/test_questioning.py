"""Questions: asked on anything, of somebody, answered; and what must be asked first."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from casefile.case import Case
from casefile.deeds.questioning import BadQuestion, UnaskedDenial
from casefile.errors import UnknownRef
from casefile.model.findings import Findings
from casefile.model.words import Kind, Polarity, Ref, Span
from casefile.store.store import Store
from tests.invented import PERSON, PLACE, Report, Told, case_of
from tests.invented import replace as find_again

TEXT = "Orla Brandt met Ivo Salter in Helsinki on 3 May 2017. Nobody met there, said an aide."
NAMES = {"Orla Brandt": PERSON, "Ivo Salter": PERSON, "Helsinki": PLACE}
MEETING = Told("met", ("Orla Brandt", "Ivo Salter"), date="2017-05-03", place="Helsinki")
FACTS = [("Orla Brandt met Ivo Salter", None), ("Nobody met there", "an aide")]
FACT, DENIAL, EVENT = Ref(Kind.FACT, 1), Ref(Kind.FACT, 2), Ref(Kind.EVENT, 1)
SOURCE, BRANDT = Ref(Kind.SOURCE, 1), Ref(Kind.ENTITY, 1)


class Denied(Report):
    """A report whose second statement denies the first."""

    def findings(self) -> Findings:
        found = super().findings()
        fact, denial = found.facts
        return replace(found, facts=(fact, replace(denial, polarity=Polarity.DENIED)))


REPORT = Denied(TEXT, NAMES, [MEETING], FACTS, title="Two met")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    case_of(tmp_path / "a.casefile", REPORT).close()
    with Case(tmp_path / "a.casefile") as case:
        yield case


def exported(case: Case) -> str:
    return json.dumps({**case.contents(), "log": None})


def test_a_question_is_asked_put_to_somebody_and_answered_and_each_is_undone(case: Case) -> None:
    states = [exported(case)]
    asked = case.question(EVENT, "  Who\n paid?  ")
    assert (asked.words, asked.asked_of, asked.asked_at, asked.answer) == (
        "Who paid?",
        "",
        None,
        None,
    )
    states.append(exported(case))
    assert case.question(EVENT, "who paid?").words == "Who paid?"
    assert exported(case) == states[-1]
    put = case.question(EVENT, "who paid?", of="the porter")
    assert (put.words, put.asked_of) == ("Who paid?", "the porter")
    assert put.asked_at
    states.append(exported(case))
    answered = case.answer_question(EVENT, "the yard did")
    assert (answered.answer, case.count_questions()) == ("the yard did", 0)
    states.append(exported(case))
    case.withdraw_question(EVENT)
    states.append(exported(case))
    assert states[4] == states[0]
    for state in states[-2::-1]:
        case.undo()
        assert exported(case) == state
    for state in states[1:]:
        case.redo()
        assert exported(case) == state
    assert [one.what for one in case.log()] == [
        "question asked", "question changed", "question answered", "question removed",
    ]  # fmt: skip


def test_a_question_on_a_passage_keeps_its_words_and_one_outside_is_refused(case: Case) -> None:
    asked = case.question(SOURCE, "Where exactly?", span=Span(30, 38))
    assert (asked.quote, asked.span) == ("Helsinki", Span(30, 38))
    [told] = case.contents()["questions"]
    assert (told["target"], told["start"], told["quote"]) == ("source:1", 30, "Helsinki")
    for ref, span in ((SOURCE, Span(30, 900)), (EVENT, Span(0, 3))):
        with pytest.raises(UnknownRef, match="has no passage"):
            case.question(ref, "What?", span=span)


@pytest.mark.parametrize("ref", [SOURCE, BRANDT, EVENT, FACT])
def test_a_question_is_shown_on_what_it_is_about(case: Case, ref: Ref) -> None:
    case.question(ref, "Is it so?", of="her")
    assert [one.words for one in case.questions_on(ref)] == ["Is it so?"]
    assert [one.target for one in case.questions(matching="SO? her")] == [ref]
    assert case.questions(matching="him") == []


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        (lambda case: case.question(EVENT, "  "), "needs some words"),
        (lambda case: case.question(EVENT, "x" * 1001), "more than 1,000 characters"),
        (lambda case: case.question(Ref(Kind.NOTE, 1), "Why?"), "about a note"),
        (lambda case: case.question(Ref(Kind.EVENT, 99), "Why?"), "no event 99"),
        (lambda case: case.answer_question(EVENT, "Yes"), "has no question yet"),
        (lambda case: case.answer_question(EVENT, " "), "needs some words"),
        (lambda case: case.withdraw_question(EVENT, words="How"), "that begins with 'How'"),
    ],
)
def test_what_cannot_be_asked_or_answered_is_refused_in_a_sentence(
    case: Case, deed: object, said: str
) -> None:
    before = exported(case)
    with pytest.raises((BadQuestion, UnknownRef), match=said):
        deed(case)  # type: ignore[operator]  # a table of lambdas
    assert exported(case) == before


def test_of_several_questions_the_one_that_is_open_or_begins_so_is_answered(case: Case) -> None:
    case.question(EVENT, "Who paid?")
    case.question(EVENT, "Who knew?")
    with pytest.raises(BadQuestion, match=r"several questions.*'Who (paid|knew)\?'; 'Who"):
        case.answer_question(EVENT, "All")
    assert case.answer_question(EVENT, "All", words="who k").words == "Who knew?"
    assert case.answer_question(EVENT, "One").words == "Who paid?"


def test_what_a_question_is_about_stays_when_no_engine_finds_it_any_more(case: Case) -> None:
    case.question(FACT, "Is it so?")
    store = Store(case.path)
    find_again(store, 1, replace(REPORT.findings(), facts=()))
    store.close()
    assert case.fact(FACT.id).lost
    with pytest.raises(UnknownRef):
        case.fact(DENIAL.id)
    assert [one.words for one in case.questions_on(FACT)] == ["Is it so?"]


def test_a_denied_fact_is_confirmed_only_with_a_reason(case: Case) -> None:
    before = exported(case)
    with pytest.raises(UnaskedDenial, match="fact:2 denies fact:1, and nobody was asked about it"):
        case.set_status([FACT], "confirmed", reason=" ")
    assert exported(case) == before
    assert case.unasked(FACT) == DENIAL
    case.set_status([DENIAL, EVENT], "confirmed")
    case.set_status([FACT], "disputed")
    case.set_status([FACT], "confirmed", reason="she was seen")
    assert case.review(FACT).reason == "she was seen"


@pytest.mark.parametrize("about", [FACT, DENIAL, EVENT])
def test_a_denied_fact_is_confirmed_once_somebody_was_asked(case: Case, about: Ref) -> None:
    case.question(about, "Were they there?")
    assert case.unasked(FACT) == DENIAL
    case.question(about, "Were they there?", of="the aide")
    assert case.unasked(FACT) is None
    case.set_status([FACT], "confirmed")


def test_a_denial_that_the_reader_rejected_stands_against_nothing(case: Case) -> None:
    case.set_status([DENIAL], "rejected")
    case.set_status([FACT], "confirmed")


def test_a_fact_on_which_a_conflict_stands_is_asked_about_too(tmp_path: Path) -> None:
    other = replace(MEETING, date="2017-05-04")
    reports = [
        Report(TEXT, NAMES, [MEETING], FACTS[:1]),
        Report(TEXT.replace("3 May", "4 May"), NAMES, [other], FACTS[:1]),
    ]
    case_of(tmp_path / "b.casefile", *reports).close()
    with Case(tmp_path / "b.casefile") as case:
        if not case.conflicts():
            case.judge(EVENT, Ref(Kind.EVENT, 2), "same")
        [conflict] = case.conflicts()
        value = conflict.values[0]
        fact = next(
            one.ref for one in case.facts([1, 2])
            if one.source == value.source and one.span.overlaps(value.span)
        )  # fmt: skip
        with pytest.raises(UnaskedDenial, match=f"{conflict.ref} puts in doubt {fact}"):
            case.set_status([fact], "confirmed")
        case.question(conflict.ref, "Which day?", of="the aide")
        case.set_status([fact], "confirmed")


def test_a_question_that_begins_another_is_meant_by_its_own_words(case: Case) -> None:
    for words in ("Who paid?", "Who paid? And when?"):
        case.question(EVENT, words)
    with pytest.raises(BadQuestion, match="several"):
        case.withdraw_question(EVENT, words="who")
    case.answer_question(EVENT, "she did", words="who paid?")
    assert {one.words: one.answer for one in case.questions()} == {
        "Who paid?": "she did",
        "Who paid? And when?": None,
    }
    case.withdraw_question(EVENT, words="Who paid?")
    assert [one.words for one in case.questions()] == ["Who paid? And when?"]


def test_a_question_on_both_of_what_was_joined_is_one(case: Case) -> None:
    salter = Ref(Kind.ENTITY, 2)
    for ref in (BRANDT, salter):
        case.question(ref, "Where from?")
    case.judge(BRANDT, salter, "same")
    before = exported(case)
    assert case.question(BRANDT, "Where from?", of="an aide").asked_of == "an aide"
    assert case.answer_question(salter, "the north", words="Where from?").answer == "the north"
    assert [(one.asked_of, one.answer) for one in case.questions()] == [
        ("an aide", "the north"),
        ("an aide", "the north"),
    ]
    case.withdraw_question(BRANDT, words="Where from?")
    assert case.questions() == []
    for _ in range(3):
        case.undo()
    assert exported(case) == before


def test_an_answer_of_one_of_what_was_joined_stays(case: Case) -> None:
    salter = Ref(Kind.ENTITY, 2)
    for ref in (BRANDT, salter):
        case.question(ref, "Where from?")
    case.answer_question(BRANDT, "the south")
    case.judge(BRANDT, salter, "same")
    assert case.answer_question(BRANDT, "the north", words="Where from?").answer == "the north"
    assert {one.answer for one in case.questions()} == {"the south", "the north"}
