"""What strangers wrote reads in Markdown as they wrote it, whatever dialect reads it."""

import re
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from casefile.core.safe import safe_line
from casefile.exchange.escaping import address, escaped

HOSTILE = (
    "[^1]", "[^1]: not so", "]", "](http://a.example)", "`code`", "``", "<script>alert(1)</script>",
    "<!--", "&lt;b&gt;", "&amp", "**bold**", "_a_ __b__", "~~gone~~", "# 1", "1. one", "12) two",
    "- item", "+ item", "=", "---", "> quote", "| a | b |", "![x](y)", "http://a.example/x",
    "www.example.org", "a@b.example", "\u202egnp.exe", "a\x1b]52;c;eA==\x07", "\x00", "a\u200bb",
    "\\", "\\*", "$x$", "^x^", "{#id .class}", "Title #", "[a]: http://a.example", "a\n\nb", "\ta",
    "AT&T", "&copy", "a_b_c", "<http://a.example>", "***", "[x]", "[ ] task", "::: note",
)  # fmt: skip

SIGNS = st.text(st.sampled_from('\\`*_{}[]<>#|~^$&@:/.!()-+=1" \n\tawé\u202e'), max_size=40)


@cache
def dialects() -> list[MarkdownIt]:
    """Return what reads Markdown strictly, and with all that other dialects add."""
    wide = MarkdownIt("gfm-like", {"html": True, "linkify": False}).use(footnote_plugin)
    return [MarkdownIt("commonmark"), wide]


def plain(tokens: list[Token]) -> str:
    """Return what a text says; fails where anything in it is more than words."""
    assert [one.type for one in tokens] == ["paragraph_open", "inline", "paragraph_close"], tokens
    assert {one.type for one in tokens[1].children or []} <= {"text"}, tokens[1].children
    return "".join(one.content for one in tokens[1].children or [])


@given(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=60), SIGNS))
@example("[^1]: <b>`a`</b> &lt; www.example.org http://a.example")
def test_escaped_words_are_read_back_as_they_were(words: str) -> None:
    said = " ".join(safe_line(words).split())
    written = escaped(words)
    assert "\n" not in written
    if said:
        for dialect in dialects():
            assert plain(dialect.parse(written)) == said
            # As they stand in our documents: between our words, and in a heading.
            assert plain(dialect.parse(f"“{written}”")) == f"“{said}”"
            heading = dialect.parse(f"## Source: {written}")
            assert heading[0].tag == "h2"
            assert "".join(one.content for one in heading[1].children or []) == f"Source: {said}"


@pytest.mark.parametrize("bare", ["http://a.example", "see WWW.example.org", "a@b.example"])
def test_no_bare_address_becomes_a_link(bare: str) -> None:
    assert re.search(r"[^\\]://|www\.|[^\\]@", escaped(bare), re.IGNORECASE) is None


def test_only_what_is_an_address_of_the_web_is_linked() -> None:
    assert address("https://a.example/b?c=d&e") == "<https://a.example/b?c=d&e>"
    for other in ("javascript:alert(1)", "https://a.example/\u202ex", "https://a b", "<x>"):
        assert "<" not in address(other).replace("\\<", "")
