import io
import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from casefile.case import Case
from casefile.core.edtf import is_valid
from casefile.deeds.adding import Stated
from casefile.deeds.annotating import add_note, delete_note
from casefile.deeds.demo import demo_articles
from casefile.deeds.exporting import contents
from casefile.deeds.saving import save_search
from casefile.exchange.casefile_json import FORMAT, write
from casefile.model.words import Kind, Ref, Span
from casefile.store.log import undo
from casefile.store.store import Store
from tests.invented import NOW, ORGANIZATION, PERSON, PLACE, Report, Told, ask, case_of, link, put
from tests.invented import replace as found_again

Object = dict[str, Any]

REF = r"(source|entity|event|fact|note|conflict|search):[1-9]\d*"


def maybe(kind: object) -> tuple[object, ...]:
    return (kind, None)


SPAN = {"start": int, "end": int}
READING = {"reading": maybe({"right", "wrong", "unsure"}), "reading_reason": maybe(str)}
REVIEW = {"status": "status", "status_reason": maybe(str), "sensitive": bool, "tags": [str]}
SHAPES: dict[str, Object] = {
    "sources": {
        "ref": "ref", "path": str, "title": maybe(str), "publisher": maybe(str),
        "author": maybe(str), "published": maybe("edtf"),
        "published_basis": maybe({"given", "metadata", "dateline", "inferred"}),
        "dateline": maybe(str), "language": maybe(str), "url": maybe(str), "sha256": str,
        "text": str,
        "furniture": [
            {**SPAN, "kind": {"boilerplate", "title", "byline", "dateline", "caption", "heading"}}
        ],
        "cites": [
            {"name": str, "entity": maybe("ref"), "source": maybe("ref"), **SPAN, "kind": str}
        ],
        "grade": maybe(str), "grade_reason": maybe(str), "sensitive": bool, "tags": [str],
        **READING,
    },
    "entities": {
        "ref": "ref", "kind": {"person", "organization", "place", "other"}, "name": str,
        "aliases": [str], "description": maybe(str), **REVIEW, "made_by": str, "lost": bool,
        "mentions": [
            {"source": "ref", **SPAN, "text": str,
             "kind": {"name", "metonym", "demonym", "nominal"}}
        ],
    },
    "events": {
        "ref": "ref",
        "kind": {
            "meeting", "statement", "agreement", "visit", "sanction", "report", "abduction",
            "return", "test", "plan", "attack", "arrest", "transfer", "appointment", "other",
        },
        "title": str,
        "date": {
            "text": maybe(str), "edtf": maybe("edtf"), "earliest": maybe("day"),
            "latest": maybe("day"),
        },
        "place": maybe("ref"),
        "modality": {"happened", "reported", "planned", "denied", "uncertain"},
        "secret": bool, **REVIEW, "made_by": str, "lost": bool,
        "participants": [{"entity": "ref", "role": str}],
        "evidence": [{"source": "ref", **SPAN, "text": str}],
    },
    "facts": {
        "ref": "ref", "source": "ref", **SPAN, "text": str, "statement": str,
        "event": maybe("ref"), "about": ["ref"],
        "attribution": [{"speaker": str, "entity": maybe("ref"), "verb": maybe(str)}],
        "hedge": maybe(str), "polarity": {"affirmed", "denied"}, "quoted": bool,
        "orphaned": bool,
        "counts": [
            {
                **SPAN, "text": str, "least": maybe(int), "most": maybe(int), "noun": str,
                "state": maybe(str),
            },
        ],
        **REVIEW, **READING, "grade": maybe(str), "grade_reason": maybe(str),
        "made_by": str, "lost": bool,
    },
    "conflicts": {
        "ref": "ref", "about": "ref",
        "field": {
            "date", "place", "participants", "number", "happened", "published", "other",
        },
        "values": [{"value": str, "source": "ref", **SPAN, "text": str}],
        "status": {"open", "settled", "not a conflict"},
    },
    "notes": {
        "ref": "ref", "target": "ref", "start": maybe(int), "end": maybe(int),
        "quote": maybe(str), "body": str, "tags": [str], "sensitive": bool, "created": "time",
        "orphaned": bool,
        "updated": "time",
    },
    "searches": {"ref": "ref", "name": str, "line": str, "created": "time"},
    "judgements": {
        "left": "ref", "right": "ref", "judgement": {"same", "different", "unsure"},
        "reason": str, "by": str, "at": "time",
    },
    "log": {
        "id": int, "deed": str, "target": "ref", "by": str, "at": "time", "undone": bool,
    },
}  # fmt: skip
"""The contract's shapes: a type, a word for a form, a set of words, a list of one shape."""


def fits(value: object, shape: object) -> bool:
    """Tell whether a value has the shape, no field more or less."""
    if isinstance(shape, tuple):
        return value is None or fits(value, shape[0])
    if isinstance(shape, list):
        return isinstance(value, list) and all(fits(one, shape[0]) for one in value)
    if isinstance(shape, dict):
        return (
            isinstance(value, dict)
            and value.keys() == shape.keys()
            and all(fits(value[name], inner) for name, inner in shape.items())
        )
    if isinstance(shape, set):
        return value in shape
    if isinstance(shape, type):
        return type(value) is shape
    return isinstance(value, str) and FORMS[str(shape)](value)


def is_day(text: str) -> bool:
    return date.fromisoformat(text).isoformat() == text


FORMS: dict[str, Callable[[str], bool]] = {
    "ref": lambda text: bool(re.fullmatch(REF, text)),
    "edtf": is_valid,
    "day": is_day,
    "time": lambda text: bool(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", text)),
    "status": lambda text: text in {"unreviewed", "confirmed", "disputed", "rejected"},
}


def spans(document: Object) -> Iterator[tuple[str, Object]]:
    """Yield every span with the ref of its source."""
    for source in document["sources"]:
        for one in [*source["furniture"], *source["cites"]]:
            yield source["ref"], one
    for many, of in (("entities", "mentions"), ("events", "evidence"), ("conflicts", "values")):
        for thing in document[many]:
            for one in thing[of]:
                yield one["source"], one
    for fact in document["facts"]:
        yield fact["source"], fact
        for one in fact["counts"]:
            yield fact["source"], one


def check(document: Object) -> None:
    """Check a document against the contract: shapes, spans, and that every ref leads somewhere."""
    assert document.keys() == {"format", *SHAPES, "questions"}
    assert document["format"] == FORMAT == "casefile/1"
    for many, shape in SHAPES.items():
        for one in document[many]:
            assert fits(one, shape), (many, one)
    texts = {one["ref"]: one["text"] for one in document["sources"]}
    for source, span in spans(document):
        assert 0 <= span["start"] < span["end"] <= len(texts[source])
        if "text" in span:
            assert span["text"] == texts[source][span["start"] : span["end"]]
    refs = {one["ref"] for many in SHAPES for one in document[many] if "ref" in one}
    pointed = set()
    for source in document["sources"]:
        pointed |= {one[to] for one in source["cites"] for to in ("entity", "source")}
    for event in document["events"]:
        pointed |= {event["place"], *(one["entity"] for one in event["participants"])}
        assert event["evidence"]
    for fact in document["facts"]:
        pointed |= {fact["event"], *fact["about"]}
        pointed |= {one["entity"] for one in fact["attribution"]}
    pointed |= {one["about"] for one in document["conflicts"]}
    pointed |= {one["target"] for one in document["notes"]}
    assert pointed - {None} <= refs
    assert all(len({one["value"] for one in c["values"]}) > 1 for c in document["conflicts"])


def report(number: int, day: str) -> Report:
    return Report(
        f"Number {number}. Orla Brandt met Ivo Salt in Port Salda. Brandt told the Courier so.\n",
        {"Orla Brandt": PERSON, "Ivo Salt": PERSON, "Port Salda": PLACE, "Courier": ORGANIZATION},
        [Told("Orla Brandt met Ivo Salt", ["Orla Brandt", "Ivo Salt"], day, "Port Salda")],
        [("Brandt told the Courier so", "Orla Brandt")],
        ["Courier"],
        publisher="Courier",
        published=f"2014-06-0{number}",
    )


@pytest.fixture
def full(path: Path) -> Store:
    store = case_of(path, report(1, "2014-05-03"), report(2, "2014-05-04"))
    for target, span in (
        ("source:1", Span(0, 6)), ("source:1", None), ("entity:5", None), ("event:2", None),
        ("fact:1", None), ("conflict:1", None),
    ):  # fmt: skip
        add_note(store, Ref.parse(target), f"on {target} 平\x1b", span=span, by="Ada", now=NOW)
    save_search(store, "talks 平", "type:meeting after:2014", by="Ada", now=NOW)
    delete_note(store, Ref(Kind.NOTE, 2), by="Ada", now=NOW)
    undo(store, by="Ada", now=NOW)
    return store


def test_a_document_holds_all_that_the_contract_says(full: Store) -> None:
    document = contents(full)
    check(document)
    for many in SHAPES:
        assert document[many], many


def test_the_demo_case_keeps_the_contract(path: Path) -> None:
    with Case(path, create=True) as case:
        case.add([str(one) for one in demo_articles()], stated=Stated())
        check(case.contents())


def test_an_empty_case_keeps_the_contract(store: Store) -> None:
    check(contents(store))


def test_the_same_case_gives_the_same_bytes(full: Store) -> None:
    def written() -> str:
        out = io.StringIO()
        write(contents(full), out)
        return out.getvalue()

    first = written()
    link(full, 1, 2)
    assert written() == first
    full.close()
    again = Store(full.path, read_only=True)
    out = io.StringIO()
    write(contents(again), out)
    assert out.getvalue() == first
    again.close()


def test_what_is_written_reads_back_and_is_utf_8(full: Store) -> None:
    out = io.StringIO()
    document = contents(full)
    write(document, out)
    assert json.loads(out.getvalue().encode("utf-8")) == document
    assert "平" in out.getvalue()
    assert "\x1b" not in out.getvalue()
    assert out.getvalue().endswith("}\n")


def test_a_text_is_exported_as_it_came_in(store: Store) -> None:
    odd = "a\x00\u202e[/]\x1b]52;c;\x07 平 🙂 \u0301\n\n"
    put(store, Report(odd))
    link(store)
    document = contents(store)
    check(document)
    assert document["sources"][0]["text"] == odd


def test_a_note_is_exported_on_the_ref_that_is_shown(full: Store) -> None:
    targets = [one["target"] for one in contents(full)["notes"]]
    assert targets == ["source:1", "source:1", "entity:1", "event:2", "fact:1", "conflict:1"]


def test_no_name_of_an_entity_is_twice_among_its_aliases(full: Store) -> None:
    for one in contents(full)["entities"]:
        assert one["name"] not in one["aliases"]
        assert len(set(one["aliases"])) == len(one["aliases"])


def test_the_contract_holds_after_the_leading_source_says_nothing_more(full: Store) -> None:
    ask(full, "DELETE FROM note")
    found_again(full, 1, Report("").findings())
    link(full)
    check(contents(full))
