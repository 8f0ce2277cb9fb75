"""The notes of a case as one document, what they cite in footnotes. The reports are invented."""

import re
import shutil
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from casefile.case import Case
from casefile.deeds.adding import Stated
from casefile.errors import UnknownRef
from casefile.model.words import Kind, Ref, Span, Verdict

TEXT = (
    "Orla Brandt met Ivo Salter in Port Salda on 2 May 2019, an official said on Friday. Salter"
    " may leave Port Salda soon. Brandt denied that the two had agreed on anything.\n"
)
SOURCE = Ref(Kind.SOURCE, 1)
STATED = Stated(
    title="A *meeting*] [^1]: `so` <script>alert(1)</script> \u202eend",
    publisher="The Salda **Courier**",
    published="2019-05-03",
    url="https://courier.example/a?b=1",
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("notebook")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    with Case(folder / "a.casefile", create=True) as case:
        case.add([str(folder / "a.txt")], stated=STATED)
    return folder / "a.casefile"


def fact(case: Case, words: str) -> Ref:
    return next(one.ref for one in case.facts(case.ids(Kind.FACT)) if words in one.statement)


def called(case: Case, name: str) -> Ref:
    rows = case.entity_rows(case.ids(Kind.ENTITY))
    return next(row.ref for row in rows if row.name == name)


def footnotes(text: str) -> list[str]:
    return re.findall(r"^\[\^\d+\]: (.*)$", text, re.MULTILINE)


def test_a_fact_cited_is_a_footnote_with_its_words_and_who_says_so(case: Case) -> None:
    ref = fact(case, "met")
    case.add_note(SOURCE, f"They met [[{ref}]]. Once more [[{ref}]].")
    text = case.notebook().text
    assert "They met[^1]. Once more[^1].\n" in text
    (said,) = footnotes(text)
    passage = case.passages(ref)[0].quote
    assert f"“{passage}”" in said
    assert "Said by an official (“said”)." in said
    assert "The Salda \\*\\*Courier\\*\\*, “A \\*meeting\\*\\] \\[\\^1\\]:" in said
    assert "2019-05-03, <https://courier.example/a?b=1> (source:1)" in said
    assert text.count("\n## Sources\n\n- The Salda") == 1
    assert "**" not in said.replace("\\*", "")


def test_what_is_denied_hedged_or_doubted_says_so_before_its_words(case: Case) -> None:
    denied, hedged = fact(case, "agreed"), fact(case, "leave")
    case.set_status([hedged], "rejected", reason="not *so*")
    case.add_note(denied, f"look at [[{hedged}]]")
    text = case.notebook().text
    assert "## Fact, denied: " in text
    first, second = footnotes(text)
    assert first.startswith("**Denied**: ")
    assert second.startswith("**Rejected by the reader** (not \\*so\\*). **Hedged**: “may”. “")
    case.set_status([hedged], "confirmed")
    assert "**Confirmed by the reader**" in case.notebook([denied]).text


def test_an_entity_is_named_in_plain_words_and_told_of_where_they_are_not_its_name(
    case: Case,
) -> None:
    brandt, salter = called(case, "Orla Brandt"), called(case, "Ivo Salter")
    case.add_note(SOURCE, f"[[Orla Brandt]], [[Brandt]], [[Brandt]], [[{salter}]], [[Nobody]]")
    case.add_note(brandt, f"[[fact:999]] [[{salter}]]")
    text = case.notebook().text
    assert "Orla Brandt, Brandt[^1], Brandt, Ivo Salter, Nobody[^2]\n" in text
    assert "\n[^3] Ivo Salter\n" in text
    assert "## Person: Orla Brandt\n" in text
    told, nobody, nothing = footnotes(text)
    assert told == f"Orla Brandt, person; also Brandt ({brandt})"
    assert nobody.startswith("**Nothing in this case is called “Nobody”**")
    assert nothing.startswith("**fact:999 is not in this case**")
    case.set_status([salter], "disputed", reason="another?")
    text = case.notebook().text
    (one, other) = re.findall(r"Ivo Salter(\[\^\d\])", text)
    assert one == other
    assert "**Disputed by the reader** (another?). Ivo Salter, person" in text


def test_an_event_is_told_with_its_passages_and_one_that_was_joined_is_one(case: Case) -> None:
    first, *others = (Ref(Kind.EVENT, id) for id in case.ids(Kind.EVENT))
    case.add_note(first, f"[[{first}]] [[source:1]]")
    text = case.notebook().text
    one, two = footnotes(text)
    for passage in case.passages(first):
        assert re.search(rf"^    - .*“{re.escape(passage.quote)}”", text, re.MULTILINE)
    assert "2 May 2019, Port Salda" in one
    assert two.startswith("The Salda")
    if others:
        case.judge(first, others[0], Verdict.SAME)
        case.add_note(SOURCE, f"[[{others[0]}]] [[{first}]]")
        assert len(footnotes(case.notebook().text)) == 2


def test_headings_stand_in_one_order_and_notes_where_their_words_stand(case: Case) -> None:
    met = fact(case, "met")
    case.add_note(met, "on a fact")
    case.add_note(SOURCE, "later words", span=Span(30, 40))
    case.add_note(called(case, "Ivo Salter"), "on somebody")
    case.add_note(SOURCE, "first words", span=Span(0, 11))
    case.tag([Ref(Kind.NOTE, 4)], add=["to *do*"])
    case.set_sensitive([Ref(Kind.NOTE, 4)], True)
    text = case.notebook().text
    order = ["# Notes", "## Source: ", "> “Orla Brandt”", "first words", "> “", "later words"]
    order += ["## Person: Ivo", "on somebody", "## Fact: ", "on a fact", "[^1]: ", "## Sources"]
    at = 0
    for words in order:
        at = text.index(words, at) + 1
    assert re.search(r"^\(note:4, [\d-]+, to \\\*do\\\*, \*\*sensitive\*\*\)$", text, re.MULTILINE)


def test_words_that_are_gone_and_things_that_are_gone_are_said_to_be(
    case: Case, tmp_path: Path
) -> None:
    met = fact(case, "met")
    case.set_status([met], "confirmed")
    case.add_note(SOURCE, f"here [[{met}]]", span=Span(0, 11))
    (tmp_path / "a.txt").write_text("Quite another story, by nobody.\n", encoding="utf-8")
    case.add([str(tmp_path / "a.txt")], stated=Stated(), version_of=SOURCE)
    text = case.notebook().text
    gone = "**These words are gone from the text of the source.**"
    assert f"> “Orla Brandt” {gone}" in text
    assert gone in footnotes(text)[0]
    assert "met Ivo Salter" in footnotes(text)[0]


def test_nothing_that_a_stranger_wrote_is_active(case: Case) -> None:
    case.add_note(SOURCE, "[[source:1]] <img src=x>", span=Span(0, 11))
    text = case.notebook().text
    page = MarkdownIt("commonmark", {"html": True}).use(footnote_plugin).render(text)
    for active in ("<script", "<img", "<strong>Courier", "<code>so", "\u202e"):
        assert active not in page
    assert page.count("<li id=") == 1


def test_the_same_notes_give_the_same_document(case: Case, tmp_path: Path) -> None:
    for at in range(3):
        case.add_note(SOURCE, f"[[Brandt]] [[{fact(case, 'met')}]] [[event:1]] {at}")
    case.add_note(called(case, "Ivo Salter"), "who?")
    text = case.notebook().text
    case.close()
    shutil.copy(case.path, tmp_path / "copy.casefile")
    with Case(tmp_path / "copy.casefile", read_only=True) as copy:
        assert copy.notebook().text == text
        assert (copy.notebook().notes, copy.notebook([SOURCE]).notes) == (4, 3)
        some = copy.notebook([Ref(Kind.NOTE, 2), Ref(Kind.NOTE, 2)])
        assert some.notes == 1
        with pytest.raises(UnknownRef):
            copy.notebook([Ref(Kind.NOTE, 9)])


def test_a_case_without_notes_gives_a_document_without_any(case: Case) -> None:
    assert case.notebook().text == "# Notes\n"
