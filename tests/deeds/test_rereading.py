"""What a label on lines takes out and brings in is told before, and is what follows."""

from collections import Counter
from pathlib import Path

import pytest

from casefile.case import Case
from casefile.core.labelling import LABELS, label_of, lines_of
from casefile.deeds.relabelling import BadLabel
from casefile.deeds.rereading import Otherwise
from casefile.errors import UnknownRef
from casefile.model.words import Kind, Ref, Span
from tests.deeds.texts import case_of_texts

MET = "Orla Brandt met Ivo Salter in Helsinki on 3 May 2017, Una Reedman said."
LEFT = "Kofi Mensah was arrested in Lagos on 4 May 2017, police said."
DENIED = "Salter, who met Mensah in Lagos, denied it."
TEXT = f"Talks in Helsinki\n\n{MET}\n\n{LEFT} {DENIED}\n\nHe left.\n"
A = Ref(Kind.SOURCE, 1)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rereading")
    return case_of_texts(folder, {"a.txt": TEXT}, published="2017-05-10")


def told(case: Case, span: Span, label: str) -> Otherwise:
    tell = case.rereader(A)
    assert tell is not None
    return tell(span, label)


def found(case: Case) -> Counter[tuple[str, str]]:
    contents = case.contents()
    names = [
        ("mention", one["text"])
        for entity in contents["entities"]
        for one in entity["mentions"]
        if one["source"] == "source:1"
    ]
    facts = [("fact", one["statement"]) for one in contents["facts"] if one["text"]]
    events = [("event", one["title"]) for one in contents["events"] if one["evidence"]]
    return Counter([*names, *facts, *events])


@pytest.mark.parametrize("label", LABELS)
def test_what_is_told_before_is_what_follows(case: Case, label: str) -> None:
    source = case.source(1)
    case.make_entity(A, Span(TEXT.index("police"), TEXT.index("police") + 6), kind="organization")
    case.reject("Lagos", source=A)
    tried = 0
    for line in lines_of(TEXT, Span(0, len(TEXT))):
        if label_of(source.furniture, line) == label:
            continue
        before, log = found(case), case.log()
        otherwise = told(case, line, label)
        assert (found(case), case.log()) == (before, log)
        case.relabel(A, line, label)
        after = found(case)
        assert Counter((one.noun, one.words) for one in otherwise.gone) == before - after
        assert Counter((one.noun, one.words) for one in otherwise.come) == after - before
        case.undo()
        tried += 1
    assert tried


def test_it_is_told_by_name_where_each_is(case: Case) -> None:
    start = TEXT.index(LEFT)
    otherwise = told(case, Span(start, start + 1), "boilerplate")
    assert str(otherwise).startswith("takes ")
    assert {one.words for one in otherwise.gone} >= {"Kofi Mensah", "Lagos"}
    for one in otherwise.gone:
        assert one.ref is not None
        assert one.words in case.label(one.ref) or one.noun != "fact"
    assert otherwise.counts["mentions"] == sum(one.noun == "mention" for one in otherwise.gone)
    case.relabel(A, Span(start, start + 1), "boilerplate")
    back = told(case, Span(start, start + 1), "story")
    assert str(back).startswith("brings ")
    assert all(one.ref is None for one in back.come)


def test_what_cannot_be_relabelled_is_refused_as_the_deed_refuses_it(case: Case) -> None:
    with pytest.raises(BadLabel, match="no 'advert'"):
        told(case, Span(0, 1), "advert")
    with pytest.raises(UnknownRef):
        case.rereader(Ref(Kind.SOURCE, 9))
