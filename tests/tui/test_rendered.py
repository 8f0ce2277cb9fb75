import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.case import Case
from casefile.model.words import Ref
from casefile.tui import text
from casefile.tui.base.card import lay_out
from casefile.tui.screens.rendered import MOST, rendered
from tests.tui.driving import reading

NOTE = """# Talks

Ask [[Orla Brandt]] of *the* **port**, not `[[code]]`;
see [the paper](http://x.example/a) or <http://y.example>.

- one
  1. two
- three

> quoted

```
x = 1
```

---

<b>html</b> & [1]: /u
"""

SIGNS = st.lists(
    st.sampled_from([*"#*_`>[]()!<-+\\\n \t|~:&", "1. ", "    ", "```", "[[", "]]", "\x1b[31m", "w",
                     "\u202e", "東京", "word", "http://x.example"]),
    max_size=60,
).map("".join)  # fmt: skip


def drawn(body: str, width: int = 60) -> list[str]:
    return ["".join(piece for piece, _ in line) for row in rendered(body)
            for line in lay_out(row, width)]  # fmt: skip


def test_a_note_is_shown_as_it_is_meant() -> None:
    assert drawn(NOTE) == [
        "Talks", "",
        "Ask [[Orla Brandt]] of the port, not [[code]];",
        "see the paper <http://x.example/a> or http://y.example.", "",
        "• one", "  1. two", "• three", "",
        "> quoted", "",
        "  x = 1", "",
        "* * *", "",
        "<b>html</b> & [1]: /u",
    ]  # fmt: skip


def test_what_stands_out_has_a_style() -> None:
    parts = {part for row in rendered(NOTE) for line in lay_out(row, 80) for part in line}
    assert {("Talks", "heading"), ("the", "emphasis"), ("port", "strong")} <= parts
    assert {("[[Orla Brandt]]", "link"), ("[[code]]", "accent"), ("the paper", "link")} <= parts


@given(SIGNS, st.integers(4, 70))
def test_no_word_is_left_out_and_nothing_drives_the_terminal(body: str, width: int) -> None:
    lines = drawn(body, width)
    assert all(text.cells(line) <= width for line in lines)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e]", "".join(lines))
    whole = "".join(drawn(body, 4000))
    assert whole.count("word") >= body.count("word")


@pytest.mark.parametrize(
    "body",
    ["[" * 10_000, "[[" * 5_000 + "a" + "]]" * 5_000, ">" * 9_000 + " a", "- " * 5_000 + "a",
     "".join("  " * at + "- a\n" for at in range(120)), "a " * MOST, "*a " * 6_000],
    ids=["brackets", "pointers", "quotes", "items", "lists in lists", "long", "stars"],
)  # fmt: skip
def test_hostile_markdown_is_shown_whole(body: str) -> None:
    lines = drawn(body)
    assert "".join(lines).count("a") == body.count("a")
    assert all(text.cells(line) <= 60 for line in lines)


async def test_a_note_is_read_rendered_and_its_links_are_followed(case: Case) -> None:
    name = case.entity(1).row.name
    case.add_note(Ref.parse("source:1"), f"# To do\n\n*Ask* [[{name}]] and [[event:1]].\n\n- soon")
    async with reading(case) as reader:
        screen = await reader.press("4", "enter")
        assert f" Ask [[{name}]] and [[event:1]]." in screen
        assert " To do" in screen
        assert "# To do" not in screen.split("note:1")[1]
        assert " • soon" in screen
        assert "Points to" in screen
        assert "Without a citation  1" in screen
        assert screen.rindex("soon") > screen.index("Without a citation")
        await reader.press("n", "enter")
        assert f"› {name}" in reader.lines[1]
