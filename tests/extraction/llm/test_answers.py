"""What a model says is read where it has the shape we asked for, and refused where not."""

import json

from hypothesis import given
from hypothesis import strategies as st

from casefile.extraction.llm.answers import MOST_ROWS, Answer, SaidName, SaidStatement, read

GOOD = {
    "names": [{"text": "Amina Diallo", "kind": "person"}, {"text": "Lomé", "kind": "place"}],
    "statements": [{"speaker": "Amina Diallo", "cue": "said", "content": "the port is shut"}],
}
MEANT = Answer(
    (SaidName("Amina Diallo", "person"), SaidName("Lomé", "place")),
    (SaidStatement("Amina Diallo", "said", "the port is shut"),),
)


def test_plain_json_is_read() -> None:
    assert read(json.dumps(GOOD)) == MEANT


def test_wrapped_json_is_read() -> None:
    said = json.dumps(GOOD, indent=2)
    assert read(f"Sure! Here it is:\n```json\n{said}\n```\nAnything else?") == MEANT
    assert read(f'<think>maybe {{"names": []}} or so</think>{said}') == MEANT
    assert read(f'{{"note": 1}} and {said}') == MEANT


def test_a_thought_that_never_ends_is_no_answer() -> None:
    assert read('<think>{"names": [{"text": "Lomé", "kind": "place"}]}') == Answer(refused=1)


def test_rows_of_another_shape_are_refused_and_counted() -> None:
    rows = [
        {"text": "Lomé", "kind": "Place"},
        {"text": "Lomé", "kind": "city"},
        {"text": 3, "kind": "place"},
        {"kind": "place"},
        "Lomé",
        None,
        {"text": "  ", "kind": "place"},
    ]
    said = [{"speaker": "A", "cue": "said"}, {"speaker": "A", "cue": "said", "content": ["b"]}]
    answer = read(json.dumps({"names": rows, "statements": said}))
    assert answer == Answer((SaidName("Lomé", "place"),), (), 8)


def test_a_list_that_is_none_is_one_refusal() -> None:
    assert read('{"names": "Lomé", "statements": null}') == Answer(refused=1)


def test_british_organisations_are_organizations() -> None:
    answer = read('{"names": [{"text": "AU", "kind": "Organisation"}]}')
    assert answer.names == (SaidName("AU", "organization"),)


def test_more_rows_than_any_honest_answer_has_are_cut() -> None:
    rows = [{"text": f"Name {n}", "kind": "person"} for n in range(MOST_ROWS + 50)]
    assert len(read(json.dumps({"names": rows})).names) == MOST_ROWS


@given(st.text())
def test_any_text_is_read_without_a_word_of_protest(text: str) -> None:
    read(text)


@given(st.recursive(st.none() | st.integers() | st.text(), lambda one: st.lists(one)))
def test_any_json_in_the_right_places_is_read(value: object) -> None:
    answer = read(json.dumps({"names": value, "statements": [value]}))
    assert answer.names == ()
    assert answer.statements == ()


def test_hostile_braces_do_not_hold_us() -> None:
    for text in ("{" * 1_000_000, '{"a":' * 300_000, '{"names":[' * 150_000):
        assert read(text) == Answer(refused=1)
