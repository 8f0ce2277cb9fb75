"""The polarity set has the form its head promises; what engines make of it is judged elsewhere."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from casefile.model.words import EventKind, Modality, Polarity

POLARITY_SET = Path(__file__).with_name("polarity_set.txt")

NO_EVENT = "none"
"""Expected where no event of the kind is told at all."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the set."""

    grade: str
    """``plain`` or ``trap``."""
    judged: str
    """``event`` or ``statement``."""
    what: str
    """The event's kind, or the key words of the clause."""
    expected: str
    """A modality or ``none``, or a polarity."""
    mark: str
    """``secret``, ``hedge``, or empty."""
    sentence: str


def entries(path: Path = POLARITY_SET) -> tuple[Entry, ...]:
    """Return the entries of a file of this form, in its order.

    Raises:
        ValueError: A line has not five fields.
    """
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        grade, judged, what, outcome, sentence = line.split("\t")
        expected, _, mark = outcome.partition("+")
        found.append(Entry(grade, judged, what, expected, mark, sentence))
    return tuple(found)


ENTRIES = entries()
EVENTS = tuple(entry for entry in ENTRIES if entry.judged == "event")
STATEMENTS = tuple(entry for entry in ENTRIES if entry.judged == "statement")


def test_half_of_the_two_hundred_entries_are_traps() -> None:
    assert Counter(entry.grade for entry in ENTRIES) == {"plain": 100, "trap": 100}


def test_half_of_the_entries_judge_an_event_and_half_a_statement() -> None:
    assert (len(EVENTS), len(STATEMENTS)) == (100, 100)


def test_no_sentence_stands_twice() -> None:
    assert len({entry.sentence for entry in ENTRIES}) == len(ENTRIES)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.sentence[:40])
def test_a_sentence_is_trimmed_and_of_eight_to_forty_words(entry: Entry) -> None:
    assert entry.sentence == " ".join(entry.sentence.split())
    assert 8 <= len(entry.sentence.split()) <= 40


@pytest.mark.parametrize("entry", EVENTS, ids=lambda entry: entry.sentence[:40])
def test_an_event_is_judged_in_words_of_the_case(entry: Entry) -> None:
    assert entry.what in set(EventKind)
    assert entry.expected in {*Modality, NO_EVENT}
    assert entry.mark in {"", "secret"}


@pytest.mark.parametrize("entry", STATEMENTS, ids=lambda entry: entry.sentence[:40])
def test_a_statement_is_judged_in_words_of_the_case(entry: Entry) -> None:
    assert entry.expected in set(Polarity)
    assert entry.mark in {"", "hedge"}


@pytest.mark.parametrize("entry", STATEMENTS, ids=lambda entry: entry.sentence[:40])
def test_key_words_stand_exactly_once_in_their_sentence(entry: Entry) -> None:
    assert 2 <= len(entry.what.split()) <= 5
    assert entry.sentence.count(entry.what) == 1
