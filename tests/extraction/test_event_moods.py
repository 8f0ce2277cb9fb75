"""How an event is told: what the words over it make of it, and what they make together."""

from itertools import product

import pytest

from casefile.extraction.rules.events.asides import Veil
from casefile.extraction.rules.events.finding import slots_at
from casefile.extraction.rules.pipeline import Steps, read
from casefile.extraction.rules.tellings.modality import Mood, folded, mood
from casefile.extraction.rules.tellings.operators import Operator
from casefile.extraction.rules.tellings.triggers import trigger_at
from casefile.model.words import EventKind, Span
from tests.benchmarks.extraction.backend import article


def slots_of(sentence: str) -> tuple[Mood, list[str]]:
    """Return the mood and the phrases of who takes part, for the word in square brackets."""
    start, end = sentence.index("["), sentence.index("]") - 1
    text = sentence.replace("[", "").replace("]", "")
    reading = read(article(text), Steps())
    trigger = trigger_at(text, Span(start, end), EventKind.MEETING)
    statement = reading.statement_at(start)
    assert statement is not None
    _, _, filled = slots_at(Veil(reading.reader), statement, trigger)
    return mood(filled.words, trigger), [one.of(text) for one in filled.people]


MOODS: list[tuple[str, Mood]] = [
    ("The envoys [met] in Lima.", Mood.REAL),
    ("The envoys will [meet] in Lima.", Mood.PLANNED),
    ("The envoys are to [meet] in Lima.", Mood.PLANNED),
    ("The envoys did not [meet] in Lima.", Mood.DENIED),
    ("The envoys will not [meet] in Lima.", Mood.REFUSED),
    ("The envoys could not [meet] in Lima.", Mood.REFUSED),
    ("The envoys may not [meet] in Lima.", Mood.OPEN),
    ("The envoys might have [met] in Lima.", Mood.OPEN),
    ("The envoys failed to [meet] in Lima.", Mood.DENIED),
    ("The envoys did not fail to [meet] in Lima.", Mood.REAL),
    ("The envoys refused to [meet] in Lima.", Mood.REFUSED),
    ("The envoys do not rule out a [meeting] in Lima.", Mood.OPEN),
    ("The envoys have not cancelled the [meeting] in Lima.", Mood.PLANNED),
    ("The envoys no longer plan to [meet] in Lima.", Mood.DROPPED),
    ("The envoys urged the king to [meet] the farmers.", Mood.ASKED),
    ("The envoys called for [talks] between the tribes.", Mood.ASKED),
    ("The envoys called for [talks] with the tribes.", Mood.WISHED),
    ("Neither envoy [met] the king.", Mood.DENIED),
    ("The envoys left without [meeting] the king.", Mood.DENIED),
    ("The king denied that the envoys had [met] him.", Mood.DENIED),
    ("The king asked whether the envoys had [met].", Mood.OPEN),
    ("The king would have [met] the envoys if they had come.", Mood.REFUSED),
    ("The king had planned to [meet] the envoys, but he fell ill.", Mood.REFUSED),
    ("The envoys reportedly [met] in Lima.", Mood.TOLD),
    ("The envoys are said to have [met] in Lima.", Mood.TOLD),
    ("The [talks] in Lima were cancelled.", Mood.REFUSED),
    ("The [talks] in Lima will be held in May.", Mood.PLANNED),
    ("No [talks] were held in Lima.", Mood.DENIED),
    ("Rumours of [talks] in Lima were false.", Mood.DENIED),
    ("Did the envoys [meet] in Lima?", Mood.OPEN),
    ("They will talk once the envoys [meet] in Lima.", Mood.PLANNED),
    # What governs another clause, or another thing, leaves the event alone.
    ("The king, who would not pay, [met] the envoys.", Mood.REAL),
    ("The king said that he would resign and that the envoys had [met].", Mood.REAL),
    ("The king refused to say why the envoys [met] in Lima.", Mood.REAL),
    ("The king did not criticise the [talks] in Lima.", Mood.REAL),
    ("Not until May did the envoys [meet] in Lima.", Mood.REAL),
    ("Not only the envoys [met] in Lima.", Mood.REAL),
]


@pytest.mark.parametrize(("sentence", "wanted"), MOODS, ids=[one for one, _ in MOODS])
def test_an_event_is_told_as_the_words_over_it_make_it(sentence: str, wanted: Mood) -> None:
    assert slots_of(sentence)[0] is wanted


OFF = (Mood.DENIED, Mood.REFUSED, Mood.DROPPED)


def test_what_nothing_governs_is_real() -> None:
    assert folded([]) is Mood.REAL


@pytest.mark.parametrize("outer", Operator)
def test_an_outer_doubt_always_leaves_it_open(outer: Operator) -> None:
    assert folded([outer, Operator.OPEN]) is Mood.OPEN


@pytest.mark.parametrize("under", product(Operator, repeat=2))
def test_a_double_negation_never_denies(under: tuple[Operator, ...]) -> None:
    if folded(under) not in OFF:
        assert folded([*under, Operator.NOT, Operator.NOT]) not in OFF


@pytest.mark.parametrize(
    "operator", [Operator.OFF, Operator.REFUSED, Operator.FAILED, Operator.DENIED]
)
def test_what_is_called_off_is_off_and_not_calling_it_off_is_not(operator: Operator) -> None:
    assert folded([operator]) in OFF
    assert folded([operator, Operator.NOT]) not in OFF


PEOPLE: list[tuple[str, list[str]]] = [
    ("Two officials [met] the farmers.", ["Two officials", "the farmers"]),
    ("Officials from Peru [met] on Monday with the miners.", ["Officials from Peru", "the miners"]),
    ("The king and his son [met] in Lima.", ["The king", "his son"]),
    ("The king flew to Lima and [met] the miners.", ["The king", "the miners"]),
    ("The king, who [met] the miners, left.", ["The king", "the miners"]),
    ("The king urged the miners to [meet] him.", ["the miners", "him"]),
    ("The king left without [meeting] the miners.", ["The king", "the miners"]),
    ("The [talks] between the miners and the bank went on.", ["the miners", "the bank"]),
    ("The miners held [talks] with the bank.", ["The miners", "the bank"]),
    ("In a telephone [interview] on Monday, the judge smiled.", ["the judge"]),
    ("The judge spoke of her [meeting] with the bank.", ["her", "the bank"]),
    ("The [meeting] lasted an hour.", []),
    ("The bank criticised the [talks].", []),
]


@pytest.mark.parametrize(("sentence", "wanted"), PEOPLE, ids=[one for one, _ in PEOPLE])
def test_who_takes_part_is_found_named_or_not(sentence: str, wanted: list[str]) -> None:
    assert slots_of(sentence)[1] == wanted
