"""Markdown and HTML."""

import socket

import pytest

from casefile.errors import Unreadable
from casefile.model.words import Basis
from tests.reading.lighthouses import STORY, article, marked, of_kind

FRONT = (
    "---",
    'title: "The lamps of Ostmark"',
    "author: Nils Aker",
    "publisher: The Ostmark Courier",
    "date: 2021-05-03",
    "url: https://courier.example/lamps",
    "lang: en-GB",
    "---",
)

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>The lamps - Courier</title>
<meta property="og:title" content="The lamps of Ostmark">
<meta property="og:site_name" content="The Ostmark Courier">
<meta name="author" content="Nils Aker">
<meta property="article:published_time" content="2021-05-03T09:10:00+02:00">
<link rel="canonical" href="https://courier.example/lamps">
</head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>The lamps of Ostmark</h1>%s</article>
<footer>Contact us</footer></body></html>"""


def page(*paragraphs: str) -> str:
    return PAGE % "".join(f"<p>{words}</p>" for words in paragraphs)


def test_front_matter_gives_the_fields_and_is_boilerplate() -> None:
    found = article(*FRONT, "", *STORY, format="markdown")
    assert found.title == "The lamps of Ostmark"
    assert (found.author, found.publisher) == ("Nils Aker", "The Ostmark Courier")
    assert (found.url, found.language) == ("https://courier.example/lamps", "en-GB")
    assert found.published is not None
    assert (found.published.date.edtf, found.published.basis) == ("2021-05-03", Basis.METADATA)
    assert marked(found)[0] == ("boilerplate", "\n".join(FRONT))


@pytest.mark.parametrize("top", [("---", "no fields here", "---"), ("---", "title: x")])
def test_a_rule_at_the_top_is_no_front_matter(top: tuple[str, ...]) -> None:
    assert of_kind(article(*top, "", *STORY, format="markdown"), "boilerplate") == []


def test_markdown_headings_are_marked_and_keep_their_signs() -> None:
    found = article(
        "# The *lamps*", "", STORY[0], "", "## Long nights", "", *STORY[1:], format="markdown"
    )
    assert found.title == "The lamps"
    assert of_kind(found, "title") == ["# The *lamps*"]
    assert of_kind(found, "heading") == ["## Long nights"]


def test_a_page_is_its_article_one_paragraph_a_line() -> None:
    found = article(page(*STORY), format="html")
    assert found.text == "\n".join(("The lamps of Ostmark", *STORY))
    assert of_kind(found, "title") == ["The lamps of Ostmark"]
    assert (found.title, found.publisher) == ("The lamps of Ostmark", "The Ostmark Courier")
    assert (found.author, found.language) == ("Nils Aker", "en-GB")
    assert found.url == "https://courier.example/lamps"
    assert found.published is not None
    assert (found.published.date.edtf, found.published.basis) == ("2021-05-03", Basis.METADATA)
    assert found.warnings == ()


def test_the_name_of_the_site_is_no_part_of_the_title() -> None:
    head = "<title>Lamps - The Courier</title><meta property='og:site_name' content='The Courier'>"
    text = (
        f"<html><head>{head}</head><body>{''.join(f'<p>{one}</p>' for one in STORY)}</body></html>"
    )
    assert article(text, format="html").title == "Lamps"


def test_a_page_without_an_article_is_kept_whole_and_says_so() -> None:
    lines = "".join(f"<td>Lamp {at}</td>" for at in range(60))
    found = article(f"<html><body><table><tr>{lines}</tr></table></body></html>", format="html")
    assert "Lamp 59" in found.text


@pytest.mark.parametrize("depth", [300, 3000, 100_000])
@pytest.mark.parametrize("tag", ["div", "b", "blockquote"])
def test_deep_nesting_loses_nothing_in_silence(depth: int, tag: str) -> None:
    text = f"<html><body>{f'<{tag}>' * depth}{' '.join(STORY)}{f'</{tag}>' * depth}</body></html>"
    found = article(text, format="html")
    assert STORY[0] in found.text
    assert STORY[4] in found.text


def test_a_hundred_thousand_attributes_do_not_hold_it_up() -> None:
    attributes = " ".join(f'a{at}="x"' for at in range(100_000))
    assert STORY[0] in article(f"<p {attributes}>{STORY[0]}</p>", format="html").text


@pytest.mark.parametrize("text", ["<html></html>", "<script>let a = 1</script>", "<!-- a -->"])
def test_a_page_that_shows_nothing_is_unreadable(text: str) -> None:
    with pytest.raises(Unreadable, match="no text"):
        article(text, format="html")


def test_reading_a_page_opens_no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    hostile = '<!DOCTYPE html SYSTEM "http://127.0.0.1:1/x.dtd" [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    found = article(hostile + page("&e;" + STORY[0], *STORY[1:]), format="html")
    assert "root:" not in found.text
