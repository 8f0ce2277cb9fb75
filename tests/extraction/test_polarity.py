"""What a statement says of itself: that it is so, that it is not, or that it is open."""

import pytest

from casefile.extraction.rules.speech.polarity import core, hedge, polarity
from casefile.model.words import Polarity

YES, NO = "affirmed", "denied"

PLAIN: list[tuple[str, str, str | None]] = [
    ("The envoys met in Nairobi on Monday.", YES, None),
    ("Kenya did not send a delegation.", NO, None),
    ("The army hasn’t withdrawn from the border.", NO, None),
    ("The minister never visited the camp.", NO, None),
    ("No agreement was signed in Accra.", NO, None),
    ("None of the hostages were hurt.", NO, None),
    ("Nobody claimed the attack.", NO, None),
    ("Neither side gave ground.", NO, None),
    ("The two sides failed to agree on a date.", NO, None),
    ("Peru has refused to recognise the vote.", NO, None),
    ("Chile rejected the offer.", NO, None),
    ("The ministry denied the report.", NO, None),
    ("The court ruled out a second trial.", NO, None),
    ("Lima was unable to reach the ship.", NO, None),
    ("The claim was false.", NO, None),
    ("The government no longer pays the rebels.", NO, None),
    ("The flight was cancelled.", NO, None),
    ("Bolivia has no embassy in the city.", NO, None),
    ("The regime cannot feed the province.", NO, None),
    ("The company reneged on the contract.", NO, None),
    ("The general may have left the country.", YES, "may"),
    ("The vote could be delayed until June.", YES, "could"),
    ("The talks might resume soon.", YES, "might"),
    ("The envoy reportedly carried a letter.", YES, "reportedly"),
    ("The pilot was apparently asleep.", YES, "apparently"),
    ("The captain allegedly took bribes.", YES, "allegedly"),
    ("The blast appeared to come from below.", YES, "appeared"),
    ("Oil prices seem to have settled.", YES, "seem"),
    ("The leader is believed to have fled.", YES, "believed"),
    ("Two guards are thought to have helped.", YES, "thought"),
    ("It is not clear who fired first.", YES, "not clear"),
    ("It remains unclear who pays.", YES, "unclear"),
    ("The deal is likely to fail.", YES, "likely"),
    ("The envoy possibly knew of the plan.", YES, "possibly"),
    ("The rebels may not have known.", NO, "may"),
    ("The two apparently did not speak.", NO, "apparently"),
]

TRAPS: list[tuple[str, str, str | None]] = [
    ("The envoy was in Oslo in May.", YES, None),
    ("May rains flooded the camp.", YES, None),
    ("The May summit was short.", YES, None),
    ("On 3 May talks resumed.", YES, None),
    ("Officials did not deny that money was paid.", YES, None),
    ("The president did not rule out a visit.", YES, None),
    ("The ministry refused to rule out sanctions.", YES, None),
    ("A spokesman declined to comment.", YES, None),
    ("She refused to comment on the arrest.", YES, None),
    ("The officer declined to be named.", YES, None),
    ("There is no doubt that they met.", YES, None),
    ("No fewer than nine ships took part.", YES, None),
    ("They met not only in Oslo but also in Rome.", YES, None),
    ("If Peru does not pay, the court will act.", YES, None),
    ("Unless Chile withdraws, no aid will flow.", NO, None),
    ("Although he did not attend, the minister paid.", YES, None),
    ("The men, who had not been told, drove on.", YES, None),
    ("The judge freed a man who had never left the village.", YES, None),
    ("Despite the refusal to talk, the envoy flew to Lima.", YES, None),
    ("After the failed coup, the general fled.", YES, None),
    ("The rejected offer came from Quito.", YES, None),
    ("The two agreed not to attack each other.", YES, None),
    ("The governor left without a word.", YES, None),
    ("The ministry neither confirmed nor denied the sale.", YES, None),
    ("It is impossible to deny the damage.", YES, None),
    ("Witnesses failed to hide their anger.", YES, None),
    ("The minister had not yet arrived when the bomb went off.", NO, None),
    ("When the guards did not open, the crowd broke in.", YES, None),
    ("The plane crashed because it was not repaired.", YES, None),
    ("It is clear that the two did not meet.", NO, None),
    ("The capital, not the coast, was hit.", YES, None),
    ("Hotel No. 9 was searched.", YES, None),
    ("The suspected spy was freed.", YES, None),
    ("Villagers believed the story.", YES, None),
    ("The islands believed to hold gas were sold.", YES, None),
    ("The could-be champion won.", YES, None),
    ("He was seen by people said to be guards.", YES, None),
    ("Nothing but rubble was left.", YES, None),
]


@pytest.mark.parametrize(("sentence", "is_so", "word"), PLAIN + TRAPS)
def test_a_statement_is_read_by_its_main_verb(sentence: str, is_so: str, word: str | None) -> None:
    assert (polarity(sentence), hedge(sentence)) == (Polarity(is_so), word)


@pytest.mark.parametrize(
    ("cue", "is_so", "word"),
    [
        ("said", YES, None),
        ("denied", NO, None),
        ("denies", NO, None),
        ("suspects", YES, "suspects"),
        ("suggested", YES, "suggested"),
        ("insists", YES, None),
        ("admitted", YES, None),
    ],
)
def test_the_verb_of_saying_colours_what_is_said(cue: str, is_so: str, word: str | None) -> None:
    said = "the minister took money"
    assert (polarity(said, cue), hedge(said, cue)) == (Polarity(is_so), word)


def test_the_table_is_half_traps() -> None:
    assert len(PLAIN) + len(TRAPS) >= 60
    assert len(TRAPS) >= len(PLAIN)


def test_the_core_is_the_main_clause() -> None:
    assert core("When the rain stopped, the army (which was late) left.") == "the army  left."


@pytest.mark.parametrize("sentence", ["", " ", "?", "“", "Not.", "(", "But"])
def test_scraps_affirm_nothing_worse_than_themselves(sentence: str) -> None:
    assert hedge(sentence) is None
    assert polarity(sentence) in Polarity
