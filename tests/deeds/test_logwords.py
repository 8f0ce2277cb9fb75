"""The log in plain words. The report is invented."""

from pathlib import Path

from casefile.case import Case
from casefile.deeds.adding import Stated
from casefile.model.words import Kind, Ref, Span

STORY = "Orla Brandt met Ivo Salter in Helsinki on 3 May 2017. Salter left Helsinki on Friday.\n"

SOURCE, FACT, ENTITY = Ref(Kind.SOURCE, 1), Ref(Kind.FACT, 1), Ref(Kind.ENTITY, 1)


def test_every_decision_is_told_in_plain_words_the_latest_first(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    with Case(tmp_path / "a.casefile", create=True) as case:
        case.add([str(tmp_path / "a.txt")], stated=Stated(title="Two met"))
        assert case.log_entries() == []
        note = case.add_note(SOURCE, "who says so?")
        case.edit_note(note.ref, "ask her")
        case.tag([FACT, SOURCE], add=["open"])
        case.tag([SOURCE], remove=["open"])
        case.set_status([FACT], "disputed")
        case.set_status([FACT], "unreviewed")
        case.set_grade([SOURCE], "B")
        case.set_sensitive([SOURCE], True)
        case.correct(SOURCE, {"title": "They met", "author": "I. Reed"})
        case.correct(ENTITY, {"name": "O. Brandt"})
        case.delete_note(note.ref)
        case.undo()
        told = [(one.words, one.label) for one in case.log_entries()]
        fact = case.label(FACT)
        assert told == [
            ("deleted a note", "ask her"),
            ("corrected name O. Brandt", "O. Brandt"),
            ("corrected the title, author", "They met"),
            ("said whether it is sensitive", "They met"),
            ("graded B", "They met"),
            ("took the status back", fact),
            ("set the status to disputed", fact),
            ("took tags away open", "They met"),
            ("tagged open", f"{fact} and 1 more"),
            ("changed a note", "ask her"),
            ("wrote a note", "ask her"),
        ]
        assert [one.decision.undone for one in case.log_entries(limit=2)] == [True, False]
        assert all(one.is_own for one in case.log_entries())


def test_a_date_is_told_as_a_reader_writes_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    with Case(tmp_path / "a.casefile", create=True) as case:
        case.add([str(tmp_path / "a.txt")], stated=Stated(title="Two met"))
        case.correct(SOURCE, {"published": "mid-May 2017", "title": "They met"})
        case.correct(SOURCE, {"published": ""})
        event = Ref(Kind.EVENT, case.ids(Kind.EVENT)[0])
        case.correct(event, {"date": "3 or 4 May 2017"})
        case.correct(event, {"date": ""})
        assert [one.words for one in case.log_entries()] == [
            "corrected date not known",
            "corrected date 3-4 May 2017",
            "corrected the date not known",
            "corrected the date ~11-20 May 2017, title",
        ]


def test_what_is_made_stated_and_asked_is_told_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    with Case(tmp_path / "a.casefile", create=True) as case:
        case.add([str(tmp_path / "a.txt")], stated=Stated(title="Two met"))
        case.make_entity(SOURCE, Span(76, 82), kind="other")
        case.make_event(SOURCE, Span(0, 20), kind="visit", participants="Ivo Salter=guest")
        fact = case.make_fact(SOURCE, Span(0, 20), statement="They met").ref
        case.correct(fact, {"said-by": "a paper"})
        case.correct(Ref(Kind.EVENT, 1), {"participant": "Ivo Salter=host"})
        case.question(fact, "who saw it?")
        case.question(fact, "who saw it?", of="her")
        case.answer_question(fact, "he did")
        case.withdraw_question(fact)
        assert [one.words for one in case.log_entries()] == [
            "took a question away: who saw it?",
            "answered: who saw it?",
            "put a question to somebody: who saw it?",
            "asked: who saw it?",
            "corrected host",
            "corrected who says so",
            "made a fact of words",
            "made an event of words",
            "made an entity of words",
        ]
