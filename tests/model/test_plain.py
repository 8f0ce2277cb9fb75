"""What is kept of an engine's work comes back as it was."""

import json
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.model.findings import Findings, FoundSpeaker
from casefile.model.plain import from_plain, to_plain
from casefile.model.words import EntityKind, PartialDate, Polarity, Span

SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(st.characters(codec="utf-8"), max_size=8),
    int: st.integers(),
    bool: st.booleans(),
    date: st.dates(),
    NoneType: st.none(),
}


def anything(kind: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for a type of the model that fills every field, whatever its default."""
    if kind in SIMPLE:
        return SIMPLE[kind]
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(kind, **{one.name: anything(hints[one.name]) for one in fields(kind)})
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return st.sampled_from(kind)
    first, *others = get_args(kind)
    if others == [...]:
        return st.lists(anything(first), max_size=2).map(tuple)
    return st.one_of(*map(anything, [first, *others]))


@given(anything(Findings))
def test_findings_come_back_as_they_were(findings: Findings) -> None:
    text = json.dumps(to_plain(findings))
    assert from_plain(Findings, json.loads(text)) == findings


@given(anything(Findings))
def test_equal_findings_have_one_form(findings: Findings) -> None:
    again = from_plain(Findings, to_plain(findings))
    assert json.dumps(to_plain(again)) == json.dumps(to_plain(findings))


def test_a_field_that_has_its_default_is_left_out() -> None:
    assert to_plain(FoundSpeaker("an official")) == {"name": "an official"}
    assert to_plain(Findings()) == {}


@dataclass(frozen=True, slots=True)
class Younger:
    """A noun as it is today; its last field is newer than what was written."""

    span: Span
    polarity: Polarity = Polarity.AFFIRMED
    content: Span | None = None


def test_what_was_written_before_a_field_came_is_read() -> None:
    assert from_plain(Younger, {"span": {"start": 1, "end": 2}}) == Younger(Span(1, 2))


@pytest.mark.parametrize(
    ("kind", "plain"),
    [
        (Span, {"start": 1}),
        (Span, {"start": 1, "end": 2, "stop": 2}),
        (Span, {"start": "1", "end": 2}),
        (Span, {"start": True, "end": 2}),
        (Span, [1, 2]),
        (Span, None),
        (FoundSpeaker, {"name": None}),
        (FoundSpeaker, {"name": "x", "span": 3}),
        (EntityKind, "ghost"),
        (EntityKind, 1),
        (PartialDate, {"text": "x", "earliest": "yesterday"}),
        (Findings, {"mentions": {}}),
        (Findings, {"mentions": ["x"]}),
        (Findings, {"dreams": []}),
    ],
    ids=str,
)
def test_what_is_no_such_noun_is_refused(kind: type[Any], plain: Any) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        from_plain(kind, plain)


def test_what_has_no_plain_form_is_refused() -> None:
    with pytest.raises(ValueError, match="float has no plain form"):
        to_plain((0.5,))
