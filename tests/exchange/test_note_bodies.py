"""A note as a part of a document: its own Markdown, and nothing that reaches beyond it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from casefile.exchange.note_bodies import set_in

MARK = "[^7]"


def marked(words: str) -> tuple[str, bool]:
    return (MARK, True) if ":" in words else (words, False)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("They met [[fact:3]]. So it is.", "They met[^7]. So it is."),
        ("Ask [[Orla Brandt]] of it.", "Ask Orla Brandt of it."),
        ("[[fact:3]] says so", "[^7] says so"),
        ("- [[fact:3]]: look", "- [^7]\\: look"),
        ("[[fact:3]](see)", "[^7]\\(see)"),
        ("a [[fact:3]] [[fact:4]]", "a[^7][^7]"),
        ("`[[fact:3]]` and ``[[fact:3]] ` ``", "`[[fact:3]]` and ``[[fact:3]] ` ``"),
        ("```\n[[fact:3]] <b>\n```", "```\n[[fact:3]] <b>\n```"),
        ("    [[fact:3]] <b>", "    [[fact:3]] <b>"),
        ("~~~\nleft open", "~~~\nleft open\n~~~"),
        ("> ```\n> left open", "> ```\n> left open"),
        ("<script>alert(1)</script>", "\\<script>alert(1)\\</script>"),
        ("<!-- gone", "\\<!-- gone"),
        ("see <https://a.example/b>", "see <https://a.example/b>"),
        ("mine[^1]\n\n[^1]: own", "mine\\[^1]\n\n\\[^1]: own"),
        ("[a]: http://a.example", "\\[a]: http://a.example"),
        ("# One\n\n## Two ##", "### One\n\n#### Two ##"),
        ("One\nmore\n===\ntext", "### One more\n\n\ntext"),
        ("Two\n---", "#### Two\n"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("[[ ]] [[a\nb]]", "[[ ]] [[a\nb]]"),
        ("\x1b[2J \u202egnp", "␛[2J ⟪gnp"),
    ],
)
def test_a_note_is_set_in(body: str, said: str) -> None:
    assert set_in(body, marked) == said


PARSER = MarkdownIt("commonmark", {"html": True}).use(footnote_plugin)


BODIES = st.text(
    st.sampled_from("`~<>![]()^:#=-*_ \n\t\\ab1.|&/"), max_size=60
) | st.lists(
    st.sampled_from(
        ("[[fact:3]]", "[[Brandt]]", "```", "~~~", "`", "<script>", "<!--", "[^1]", "[^end]: x",
         "[end]: http://a.example", "> ", "- ", "1. ", "\n", "\n\n", "    ", "# ", "word", " ",
         "\\", "<div>", "===", "---", "^[", "<a href='", "]", "[", "<?php", "<![CDATA[")
    ),
    max_size=14,
).map("".join)  # fmt: skip


@given(BODIES)
def test_nothing_of_a_note_is_html_or_reaches_beyond_it(body: str) -> None:
    document = set_in(body, marked) + "\n\nLast words[^7], [end].\n\n[^7]: said\n"
    tokens = PARSER.parse(document)
    inline = [child for one in tokens for child in one.children or []]
    kinds = {one.type for one in (*tokens, *inline)}
    assert not kinds & {"html_block", "html_inline"}
    last = next(one for one in reversed(tokens) if one.content.startswith("Last words"))
    assert [one.type for one in last.children or []] == ["text", "footnote_ref", "text"]
    assert last.level == 1
    # The only footnote is ours, however often it is pointed to.
    assert sum(one.type == "footnote_open" for one in tokens) == 1
