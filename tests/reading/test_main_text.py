"""Which part of an HTML page is read as its article."""

from collections.abc import Sequence
from datetime import date

import pytest

from casefile.model.article import Article
from casefile.reading.lines import MOST_LINES
from casefile.reading.read import read_bytes
from tests.reading.lighthouses import STORY

REST = (
    "The lamps of the lighthouses came from a foundry that the harbour board had asked in winter.",
    "Brandvold and her son carried the lamps up the northern lighthouse by night, the board said.",
    "The herring fleet lay in the harbour of Ostmark and saluted the lighthouses on the coast.",
    "The board expects that the herring will return to the coast when the water is colder.",
    "For thirty years the lighthouses were dark, and the people of the coast missed the light.",
    "The harbour board paid for the northern lighthouse first, Brandvold said on Saturday.",
)
OTHERS = (
    "Ten bakers have won the prize of the guild for the best rye bread of the county this year.",
    "The railway will close its old line through the hills, and a bus is to run there instead.",
    "A chess player of eleven has beaten the champion of the south in a game of forty moves.",
    "Snow fell on the passes in June, and the farmers brought their cattle down to the valley.",
    "The theatre opens its season with a comedy on a tailor who inherits a castle and its ghosts.",
    "A choir from the islands will sing in the cathedral on the last evening of the festival.",
)
MENU = ("Home", "News", "Sport", "Opinion", "Weather", "Sign in", "Contact us", "Subscribe")


def read(html: str) -> Article:
    """Read the page."""
    return read_bytes(html.encode(), name="a", format="html", today=date(2026, 11, 21))


def paragraphs(lines: Sequence[str]) -> str:
    """Return the lines as paragraphs."""
    return "".join(f"<p>{line}</p>" for line in lines)


def page(box: Sequence[str], *, tag: str) -> str:
    """Return a page of news whose article ends with a box of more lines."""
    menu = "".join(f'<li><a href="/">{name}</a></li>' for name in MENU)
    return (
        f"<html><body><nav><ul>{menu}</ul></nav><article><h1>Light</h1>{paragraphs(STORY)}"
        f'<{tag} class="sidebar">{paragraphs(box)}</{tag}></article></body></html>'
    )


@pytest.mark.parametrize("tag", ["aside", "div", "footer"])
def test_an_article_that_goes_on_in_a_box_of_the_page_is_kept_whole(tag: str) -> None:
    found = read(page(REST, tag=tag))
    assert [line for line in (*STORY, *REST) if line not in found.text] == []
    assert len(found.warnings) == 1
    hidden = {piece.span.of(found.text) for piece in found.furniture}
    assert set(MENU) <= hidden
    assert not hidden & {*STORY, *REST}


@pytest.mark.parametrize("tag", ["aside", "div", "footer"])
def test_other_stories_in_such_a_box_are_left_out(tag: str) -> None:
    found = read(page(OTHERS, tag=tag))
    assert [line for line in OTHERS if line in found.text] == []
    assert [line for line in STORY if line not in found.text] == []
    assert found.warnings == ()


@pytest.mark.parametrize(
    "filling", [f"<p>{STORY[1]}</p>" * 25_000, "<i></i>" * 110_000], ids=["text", "elements"]
)
def test_a_page_far_larger_than_any_article_is_kept_whole_and_says_so(filling: str) -> None:
    found = read(f"<html><body><p>{STORY[0]}</p>{filling}<p>{STORY[2]}</p></body></html>")
    assert STORY[0] in found.text
    assert STORY[2] in found.text
    assert "far larger than any article" in found.warnings[0]


@pytest.mark.parametrize("more", [0, 1])
def test_a_text_of_more_lines_than_are_looked_at_says_so(more: int) -> None:
    text = "\n".join(STORY[at % 5] for at in range(MOST_LINES + more)) + "\n"
    found = read_bytes(text.encode(), name="a", format="text", today=date(2026, 11, 21))
    assert len(found.warnings) == more
