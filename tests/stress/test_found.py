"""Histories that a case did not stand once, as short as they can be; see the machine beside."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from casefile.model.review import Reading
from casefile.model.words import FurnitureKind, Kind, Span, Verdict
from tests.stress.hands import Deed, found_once, make_case
from tests.stress.test_histories import Histories
from tests.stress.test_merges import agree

SOURCE, ENTITY, EVENT, FACT = Kind.SOURCE, Kind.ENTITY, Kind.EVENT, Kind.FACT
BOILERPLATE = FurnitureKind.BOILERPLATE

CHAIN = ("correct_fact", {"at": (FACT, 0), "stated": {"said-by": "a paper; Una Reedman"}})
UNDO: Deed = ("undo", {})
AS_BYLINE: Deed = (
    "relabel",
    {"at": (SOURCE, -3), "label": FurnitureKind.BYLINE, "span": Span(18, 34)},
)
OSLO = ("correct_event", {"at": (EVENT, 0), "stated": {"place": "Oslo"}})
NOTHING = ("receive", {"deeds": [], "is_from_now": False})
"""Merge a log in which nothing is: all is made anew of what was decided."""


def event(of: int, who: str = "Orla Brandt; Ivo Salter=host") -> Deed:
    """Make an event of the first letter of a report."""
    told = {"at": (SOURCE, of), "span": Span(0, 1), "kind": "meeting", "who": who, "when": ""}
    return ("make_event", told)


def name(of: int, start: int = 7, stop: int = 21) -> Deed:
    """Make a place of some words of a report."""
    return ("make_entity", {"at": (SOURCE, of), "span": Span(start, stop), "kind": "place"})


def dated(words: str) -> Deed:
    return ("date_source", {"at": (SOURCE, -1), "words": words})


def reject(form: str) -> Deed:
    return ("reject", {"form": form, "at": None})


def remove(of: int) -> Deed:
    return ("remove", {"at": (SOURCE, of), "reason": ""})


def tag(*at: tuple[Kind, int]) -> Deed:
    return ("tag", {"on": at, "add": ["a"], "remove": []})


def version(of: int, change: str) -> Deed:
    return ("version", {"at": (SOURCE, of), "change": change})


NOTE_CONFLICT = ("note_conflict", {"number": 0})
ASK_CONFLICT = ("ask_conflict", {"number": 0, "of": ""})


def apart(one: int, other: int) -> Deed:
    """Judge two events to be different."""
    told = {"kind": EVENT, "one": one, "other": other, "verdict": Verdict.DIFFERENT}
    return ("judge", told)


PAIRS: Mapping[str, tuple[Sequence[Deed], Sequence[Deed], Sequence[Deed]]] = {
    "a conflict is written on that another judges to be none": (
        [],
        [NOTE_CONFLICT, ASK_CONFLICT],
        [apart(1, 1)],
    ),
    "a conflict is asked about of which a text no longer tells": (
        [],
        [ASK_CONFLICT],
        [version(0, "less")],
    ),
    "a made event is undone while another tags it": ([event(2)], [UNDO], [tag((EVENT, -1))]),
    "a participant is gone from the next version of another report": (
        [],
        [],
        [event(2), version(0, "less")],
    ),
    "an event is tagged that the next version does not tell": (
        [],
        [tag((EVENT, 1))],
        [version(1, "less")],
    ),
    "a made name is joined with another, and then rejected": (
        [],
        [
            name(2),
            ("judge", {"kind": ENTITY, "one": 6, "other": -2, "verdict": Verdict.SAME}),
            ("reject_one", {"at": (SOURCE, 2), "span": Span(7, 21)}),
        ],
        [],
    ),
    "a fact ends in white space, and its report goes through its versions again": (
        [],
        [],
        [
            version(2, "more"),
            ("note", {"at": (ENTITY, 0), "to": None, "on_words": False}),
            ("make_fact", {"at": (SOURCE, 2), "span": Span(38, 58), "said_by": "", "of": None}),
        ],
    ),
    "a name is made while another says that it is none": ([], [name(2, 33, 37)], [reject("Oslo")]),
    "a name is made of words that were said to be none": (
        [reject("Oslo")],
        [name(2, 33, 37)],
        [],
    ),
    "another judges what is gone from the next version": (
        [],
        [version(0, "less")],
        [("judge", {"kind": ENTITY, "one": 2, "other": 5, "verdict": Verdict.SAME})],
    ),
    "another tags what is gone from the next version": (
        [],
        [version(0, "less")],
        [tag((ENTITY, 1), (EVENT, 0), (FACT, 0))],
    ),
    "a report is removed of which an event went with its version": (
        [],
        [],
        [version(0, "less"), remove(0)],
    ),
    "two passages of a report give the day that others dispute, one of them by hand": (
        [
            version(0, "other"),
            (
                "make_event",
                {
                    "at": (SOURCE, 0),
                    "span": Span(16, 29),
                    "kind": "visit",
                    "who": "Orla Brandt; Ivo Salter=host",
                    "when": "3 May 2017",
                },
            ),
        ],
        [],
        [],
    ),
    "two add versions of a report, and one of them dated its event": (
        [],
        [
            ("correct_event", {"at": (EVENT, -1), "stated": {"date": "before 2002"}}),
            version(1, "more"),
        ],
        [version(1, "less")],
    ),
    "a name is rejected that comes again by hand, under a fact that was corrected": (
        [("reject", {"at": (SOURCE, 1), "form": "Helsinki"})],
        [],
        [
            ("correct_fact", {"at": (FACT, 2), "stated": {"said-by": "a paper"}}),
            ("name_entity", {"at": (SOURCE, 1), "same_as": (ENTITY, 2), "span": Span(17, 36)}),
        ],
    ),
    "a tag is taken back, and its name goes from the next version": (
        [tag((ENTITY, 2))],
        [UNDO],
        [version(0, "less")],
    ),
    "the first account of a name goes with its lines, and the name is corrected": (
        [("relabel", {"at": (SOURCE, 0), "label": BOILERPLATE, "span": Span(19, 24)})],
        [("correct_entity", {"at": (ENTITY, 1), "stated": {"kind": "other"}})],
        [],
    ),
    "the fact that bears a note goes from the next version, and all is taken back": (
        [("choose_day", {"at": (SOURCE, 1), "number": 0})],
        [],
        [
            remove(4),
            ("note", {"at": (FACT, 2), "on_words": False, "to": (EVENT, -3)}),
            version(-3, "other"),
        ],
    ),
    "a name was judged with one of a report that is removed, and is gone itself": (
        [
            ("judge", {"kind": ENTITY, "one": 8, "other": -1, "verdict": Verdict.DIFFERENT}),
            version(-2, "less"),
        ],
        [],
        [remove(-1), dated("")],
    ),
    "a report gets its first text again, from elsewhere": (
        [version(0, "more")],
        [],
        [version(0, "less")],
    ),
    "another gives a report a text of which other conflicts come": (
        [],
        [("note", {"at": (EVENT, 0), "on_words": True, "to": None})],
        [version(0, "other")],
    ),
    "two write on events, and the number of one note is another's": (
        [],
        [("note", {"at": (EVENT, 1), "on_words": False, "to": None})],
        [version(1, "less"), ("note", {"at": (EVENT, 1), "on_words": False, "to": None})],
    ),
    "facts go with their line, and their words stand in the next version": (
        [],
        [
            ("relabel", {"at": (SOURCE, 0), "label": BOILERPLATE, "span": Span(54, 59)}),
            version(0, "less"),
        ],
        [],
    ),
    "who took part in a made event is gone from the next version, with its words": (
        [],
        [
            (
                "make_event",
                {
                    "at": (SOURCE, 1),
                    "kind": "meeting",
                    "span": Span(41, 60),
                    "when": "",
                    "who": "Orla Brandt; Ivo Salter=host",
                },
            )
        ],
        [version(1, "less")],
    ),
    "a name is named that is one, and that is taken back": (
        [],
        [],
        [("name_entity", {"at": (SOURCE, 1), "same_as": (ENTITY, -3), "span": Span(0, 6)})],
    ),
    "two names are made in a report, and both are taken back at once": (
        [],
        [],
        [
            reject("Reedman"),
            ("name_entity", {"at": (SOURCE, 2), "same_as": (ENTITY, -2), "span": Span(11, 23)}),
            ("name_entity", {"at": (SOURCE, 2), "same_as": (ENTITY, -2), "span": Span(58, 76)}),
        ],
    ),
    "a question on a lost name is withdrawn by one and answered by another": (
        [
            ("reject", {"form": "Reedman", "at": (SOURCE, 5)}),
            ("ask", {"at": (ENTITY, -1), "of": "her", "words": "when?"}),
            AS_BYLINE,
        ],
        [("withdraw", {"number": 0})],
        [("answer", {"number": 0})],
    ),
    "a note points to what lies apart with a report that another restores": (
        [("remove_some", {"on": [(SOURCE, -2), (SOURCE, 3)]})],
        [("restore", {"number": 0})],
        [("note", {"at": (ENTITY, -1), "on_words": False, "to": (EVENT, -1)})],
    ),
    "what one answered and another withdrew was asked of a conflict that ends": (
        [("ask_conflict", {"number": 2, "of": ""})],
        [version(-3, "less"), ("answer", {"number": 1})],
        [("withdraw", {"number": 1})],
    ),
    "a judgement is taken back and made again before lines are relabelled": (
        [("judge", {"kind": ENTITY, "one": 2, "other": 5, "verdict": Verdict.SAME})],
        [
            UNDO,
            ("correct_fact", {"at": (FACT, -1), "stated": {"about": "Oslo"}}),
            ("judge", {"kind": ENTITY, "one": 2, "other": 5, "verdict": Verdict.SAME}),
            ("relabel", {"at": (SOURCE, 5), "label": FurnitureKind.BYLINE, "span": Span(27, 45)}),
        ],
        [],
    ),
    "a note on a conflict is deleted, and its event goes with the next version": (
        [("note_conflict", {"number": 1})],
        [("delete_notes", {"on": [(Kind.NOTE, 1), (Kind.NOTE, -3)]}), version(-3, "other")],
        [],
    ),
    "a note on an event is deleted, and its line is labelled by another": (
        [
            ("note", {"at": (EVENT, 2), "on_words": True, "to": None}),
            ("delete_note", {"at": (Kind.NOTE, 0)}),
        ],
        [],
        [("relabel", {"at": (SOURCE, 3), "label": FurnitureKind.HEADING, "span": Span(28, 30)})],
    ),
    "a lost fact loses its reading, and a merge that removed its report is undone": (
        [
            ("read", {"on": [(FACT, 3)], "reading": Reading.WRONG}),
            ("relabel", {"at": (SOURCE, -2), "label": FurnitureKind.BYLINE, "span": Span(2, 7)}),
            ("remove_some", {"on": [(SOURCE, -3), (SOURCE, 5)]}),
        ],
        [("read", {"on": [(FACT, 5)], "reading": None})],
        [("remove_some", {"on": [(SOURCE, 2), (SOURCE, -2)]})],
    ),
}

HISTORIES: Mapping[str, Sequence[tuple[str, Mapping[str, Any]]]] = {
    "a conflict is asked about, and its text no longer tells of it": (
        ASK_CONFLICT,
        version(0, "less"),
    ),
    "a source gets its first text again as a version": (version(0, "more"), version(0, "less")),
    "a date is corrected and the version of another comes again": (
        ("receive", {"deeds": [version(1, "less")], "is_from_now": False}),
        ("correct_source", {"at": (SOURCE, 1), "stated": {"published": "2018-06-01"}}),
    ),
    "another undoes a correction, and all goes back and forth": (
        CHAIN,
        ("receive", {"deeds": [UNDO], "is_from_now": True}),
    ),
    "a report is removed whose words are gone": (CHAIN, version(0, "less"), remove(0)),
    "a name is made again that was said to be none": (
        name(2, 38, 53),
        ("reject_one", {"at": (SOURCE, 2), "span": Span(40, 59)}),
        name(2, 38, 53),
        NOTHING,
    ),
    "what is lost names what is lost after it": (
        tag((EVENT, 0), (FACT, 0)),
        version(0, "less"),
        version(0, "less"),
    ),
    "what is lost names what is no name": (
        tag((EVENT, 0), (FACT, 0)),
        version(0, "less"),
        reject("Helsinki"),
    ),
    "a date is given again for another reason": (
        dated("2018-06-01"),
        ("correct_source", {"at": (SOURCE, -1), "stated": {"published": "2018-06-01"}}),
        NOTHING,
    ),
    "a correction that another took back is made again before the merge is": [
        dated("2018-06-01"),
        ("receive", {"deeds": [UNDO], "is_from_now": True}),
        ("correct_fact", {"at": (FACT, 4), "stated": {"said-by": ""}}),
    ],
    "a day is chosen after another corrected it": (
        (
            "receive",
            {
                "deeds": [
                    ("correct_source", {"at": (SOURCE, 2), "stated": {"published": "2018-06-01"}})
                ],
                "is_from_now": True,
            },
        ),
        ("choose_day", {"at": (SOURCE, -1), "number": 0}),
    ),
    "a question is withdrawn whose fact the next version no longer tells, before a merge": (
        ("ask", {"at": (FACT, 2), "of": "", "words": "who?"}),
        version(1, "other"),
        ("withdraw", {"number": 0}),
        NOTHING,
    ),
    "a place is corrected anew while the source that named it is removed": (
        OSLO,
        remove(1),
        OSLO,
        ("restore", {"number": 0}),
    ),
    "something is made beside an event whose made participants were corrected": (
        ("receive", {"deeds": [event(0, "Una Reedman"), event(1)], "is_from_now": False}),
        ("correct_event", {"at": (EVENT, -3), "stated": {"participants": "Una Reedman"}}),
        ("make_fact", {"at": (SOURCE, 0), "of": None, "said_by": "", "span": Span(56, 67)}),
    ),
    "a lost name is named by hand, and that is taken back": (
        remove(1),
        remove(1),
        ("correct_event", {"at": (EVENT, 0), "stated": {"participants": "Una Reedman"}}),
        ("relabel", {"at": (SOURCE, 0), "label": BOILERPLATE, "span": Span(53, 69)}),
        ("name_entity", {"at": (SOURCE, 0), "same_as": (ENTITY, -1), "span": Span(36, 54)}),
    ),
    "another judges an event that the text no longer tells, and all goes back and forth": (
        version(0, "less"),
        (
            "receive",
            {
                "deeds": [
                    ("judge", {"kind": EVENT, "one": 1, "other": 1, "verdict": Verdict.SAME})
                ],
                "is_from_now": False,
            },
        ),
    ),
    "a question on a lost name is withdrawn, and asked again after its report was read again": (
        ("reject", {"form": "Reedman", "at": (SOURCE, 5)}),
        ("ask", {"at": (ENTITY, -1), "of": "her", "words": "when?"}),
        AS_BYLINE,
        ("withdraw", {"number": 0}),
        ("extract", {}),
        UNDO,
    ),
    "a note on a conflict that ended is deleted, and another report is dated": (
        ("note_conflict", {"number": 0}),
        ("remove_some", {"on": [(SOURCE, 2), (SOURCE, 4)]}),
        ("delete_notes", {"on": [(Kind.NOTE, -1), (Kind.NOTE, -3)]}),
        ("date_source", {"at": (SOURCE, -1), "words": ""}),
    ),
    "a merged date is taken back after it was corrected here, and another merge too": (
        (
            "receive",
            {
                "deeds": [("note", {"at": (SOURCE, 3), "on_words": False, "to": None})],
                "is_from_now": True,
            },
        ),
        (
            "receive",
            {
                "deeds": [("date_source", {"at": (SOURCE, 0), "words": "mid-May 2017"})],
                "is_from_now": True,
            },
        ),
        ("correct_source", {"at": (SOURCE, -3), "stated": {"published": "2018-06-01"}}),
    ),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_case(tmp_path_factory.mktemp("found"))


@pytest.mark.parametrize("what", PAIRS)
def test_two_logs_make_one_case(made: Path, what: str) -> None:
    with found_once():
        agree(made, *PAIRS[what])


@pytest.mark.parametrize("what", HISTORIES)
def test_undo_is_the_way_back(made: Path, what: str) -> None:
    class Here(Histories):
        pass

    Here.made = made
    machine = Here()
    try:
        for name, told in HISTORIES[what]:
            getattr(machine, name)(**told)
    finally:
        machine.teardown()
