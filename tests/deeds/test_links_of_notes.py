"""What notes point to by a number is the same thing in every case, whatever its number there."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from casefile.case import Case
from casefile.deeds.adding import Stated
from casefile.deeds.replaying import BadLog
from casefile.model.words import Kind, Ref, Span

TEXTS = {
    "first": "Orla Brandt met Ivo Salter in Helsinki on 3 May 2017, Una Reedman said.\n",
    "second": "Ada Quill met Bo Marsh in Oslo on 9 May 2017. He left for Bergen, officials said.\n",
}
Made = Callable[..., Case]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """Return what makes a case of some of the texts, in that order."""
    count = iter(range(9))

    def case_of(*names: str) -> Case:
        case = Case(tmp_path / f"{next(count)}.casefile", create=True)
        add(case, tmp_path, *names)
        return case

    return case_of


def add(case: Case, folder: Path, *names: str) -> None:
    for name in names:
        (folder / f"{name}.txt").write_text(TEXTS[name], encoding="utf-8")
        stated = Stated(published="2017-05-15")
        assert not case.add([str(folder / f"{name}.txt")], stated=stated).failed


def told(case: Case) -> Any:
    return json.loads(json.dumps(case.export_log()))


def bodies(case: Case) -> list[str]:
    return sorted(note.body for note in case.note_rows(case.ids(Kind.NOTE)))


def things(case: Case) -> dict[str, Ref]:
    """Return a thing of each kind of the second text."""
    (source,) = (
        row.ref for row in case.source_rows(case.ids(Kind.SOURCE)) if row.title.startswith("Ada")
    )
    fact = next(one for one in case.facts(case.ids(Kind.FACT)) if one.source == source)
    event = next(
        ref
        for ref in (Ref(Kind.EVENT, id) for id in case.ids(Kind.EVENT))
        if case.passages(ref)[0].source == source
    )
    rows = case.entity_rows(case.ids(Kind.ENTITY))
    entity = next(row.ref for row in rows if row.name == "Ada Quill")
    return {"source": source, "fact": fact.ref, "event": event, "entity": entity}


def body(refs: dict[str, Ref]) -> str:
    return " ".join(f"[[{ref}]]" for ref in refs.values())


def test_a_link_points_to_the_same_thing_where_that_has_another_number(made: Made) -> None:
    with made("first", "second") as ann, made("second", "first") as ben:
        assert not set(things(ann).values()) & set(things(ben).values())
        note = ann.add_note(Ref(Kind.SOURCE, 1), f"see {body(things(ann))} [[Ada Quill]]")
        ann.add_note(Ref(Kind.SOURCE, 2), f"so does [[{note.ref}]], not `[[fact:1]]`")
        own = bodies(ann)
        ben.add_note(Ref(Kind.SOURCE, 1), f"mine {body(things(ben))}")
        ben.replay(told(ann))
        first = ben.search("see")[0].ref
        assert bodies(ben) == sorted(
            [
                f"mine {body(things(ben))}",
                f"see {body(things(ben))} [[Ada Quill]]",
                f"so does [[{first}]], not `[[fact:1]]`",
            ]
        )
        once = bodies(ben)
        ben.replay(told(ann))
        assert bodies(ben) == once
        # And back: what was changed there, and what was written there.
        ben.edit_note(first, f"seen again {body(things(ben))}")
        ann.replay(told(ben))
        ann.replay(told(ben))
        expected = [f"mine {body(things(ann))}", f"seen again {body(things(ann))}"]
        assert bodies(ann) == sorted([*expected, f"so does [[{note.ref}]], not `[[fact:1]]`"])
        assert told(ann) == told(ben)
        ann.undo()
        assert bodies(ann) == own
        assert not [*ann.check(), *ben.check()]


def test_two_logs_give_the_same_words_in_either_order(made: Made) -> None:
    with made("first", "second") as ann, made("second", "first") as ben:
        for case, words in ((ann, "ann"), (ben, "ben")):
            case.add_note(things(case)["fact"], f"{words} {body(things(case))}")
        logs = [told(ann), told(ben)]
        with made("second", "first") as one, made("second", "first") as other:
            for log in logs:
                one.replay(log)
            for log in [*logs[::-1], *logs]:
                other.replay(log)
            assert bodies(one) == bodies(other)
            assert bodies(one) == [f"{who} {body(things(one))}" for who in ("ann", "ben")]


def test_what_is_not_there_is_shown_as_dead_and_found_when_it_comes(
    made: Made, tmp_path: Path
) -> None:
    with made("first", "second") as ann, made("first") as ben:
        # The numbers that Ann points to are other things there, once Ben adds more.
        fact = things(ann)["fact"]
        ann.add_note(Ref(Kind.SOURCE, 1), f"see [[{fact}]], [[fact:1]], [[fact:77]]")
        ben.replay(told(ann))
        (note,) = ben.note_rows(ben.ids(Kind.NOTE))
        mark = note.body.split("]]")[0].partition("@")[2]
        assert note.body == f"see [[{fact}@{mark}]], [[fact:1]], [[fact:77]]"
        (dead,) = (one for one in ben.linked(note.ref) if one.title == "Points to nothing")
        assert [(link.label, link.detail) for link in dead.links] == [
            (f"[[{fact}@{mark}]]", "of another case: it is not here"),
            ("[[fact:77]]", "nothing here is called so"),
        ]
        assert "is not in this case" in ben.notebook().text
        # What is told on of it is still the same thing.
        ben.edit_note(note.ref, note.body.replace("see", "look at"))
        ann.replay(told(ben))
        assert bodies(ann) == [f"look at [[{fact}]], [[fact:1]], [[fact:77]]"]
        ben.undo()
        add(ben, tmp_path, "second")
        ben.replay(told(ann))
        there = things(ben)["fact"]
        assert bodies(ben) == [f"see [[{there}]], [[fact:1]], [[fact:77]]"]


def test_a_number_that_nobody_had_does_not_become_something_else(made: Made) -> None:
    with made("first") as ann, made("first", "second") as ben:
        fact = things(ben)["fact"]
        with pytest.raises(Exception, match="no fact"):
            ann.fact(fact.id)
        ann.add_note(Ref(Kind.SOURCE, 1), f"see [[{fact}]]")
        ben.replay(told(ann))
        (words,) = bodies(ben)
        assert words.startswith(f"see [[{fact}@")
        ann.replay(told(ben))
        assert bodies(ann) == [f"see [[{fact}]]"]


def test_a_clash_is_shown_and_settled_in_the_numbers_of_each_case(made: Made) -> None:
    with made("first", "second") as ann, made("second", "first") as ben:
        note = ann.add_note(Ref(Kind.SOURCE, 1), "first")
        ben.replay(told(ann))
        (theirs,) = (Ref(Kind.NOTE, id) for id in ben.ids(Kind.NOTE))
        ann.edit_note(note.ref, f"ann [[{things(ann)['fact']}]]")
        ben.edit_note(theirs, f"ben [[{things(ben)['fact']}]]")
        ben.replay(told(ann))
        ann.replay(told(ben))
        for case in (ann, ben):
            (clash,) = case.clashes()
            here = things(case)["fact"]
            assert {one.text for one in clash.sides} == {f"ann [[{here}]]", f"ben [[{here}]]"}
        (clash,) = ben.clashes()
        at = next(at for at, one in enumerate(clash.sides) if one.text.startswith("ann"))
        ben.settle(clash.ref, at)
        ann.replay(told(ben))
        for case in (ann, ben):
            assert bodies(case) == [f"ann [[{things(case)['fact']}]]"]
            (clash,) = case.clashes()
            assert not clash.is_open
            assert clash.sides[clash.shown].text.startswith("ann")


def test_the_same_words_of_two_about_one_thing_do_not_clash(made: Made) -> None:
    with made("first", "second") as ann, made("second", "first") as ben:
        note = ann.add_note(Ref(Kind.SOURCE, 1), "first")
        ben.replay(told(ann))
        for case, ref in ((ann, note.ref), (ben, Ref(Kind.NOTE, ben.ids(Kind.NOTE)[0]))):
            case.edit_note(ref, f"see [[{things(case)['event']}]]")
        ann.replay(told(ben))
        assert not ann.clashes()


@pytest.mark.parametrize(
    "links",
    [[], {}, {"fact:1": 3}, {"Brandt": None}, {"fact:1": ["event", "x"]}, {"search:1": None}],
)
def test_a_log_whose_links_are_none_is_refused(made: Made, links: object) -> None:
    with made("first") as ann, made("first") as ben:
        ann.add_note(Ref(Kind.SOURCE, 1), "see [[fact:1]]", span=Span(0, 4))
        log = told(ann)
        log["decisions"][0]["columns"]["links"] = links
        with pytest.raises(BadLog):
            ben.replay(log)
