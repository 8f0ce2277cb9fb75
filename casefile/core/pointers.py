"""Pointers: the ``[[names]]`` in a note that lead to things of the case."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from casefile.core.sentences import sentences

LONGEST = 200
"""Characters of a name between the brackets."""

_POINTER = re.compile(
    rf"```.*?(?:```|\Z)|`[^`\n]*`|\[\[(?P<words>[^\[\]\n]{{1,{LONGEST}}})\]\]", re.DOTALL
)
"""What stands in Markdown as code is passed over: there brackets are brackets."""


_CODE_BLOCK = re.compile(r"^```.*?(?:^```[^\n]*$|\Z)", re.DOTALL | re.MULTILINE)

_TELLS = re.compile(r"(?!#{1,6}\s)(?=.*[^\W\d_])")
"""A line with a letter that is no heading."""


def pointers(body: str) -> list[str]:
    """Return what stands between double brackets in Markdown, each once, in order.

    >>> pointers("Ask [[Orla Brandt]] of [[event:5]], not `[[this]]`.")
    ['Orla Brandt', 'event:5']
    """
    found = (" ".join((match["words"] or "").split()) for match in _POINTER.finditer(body))
    return list(dict.fromkeys(words for words in found if words))


def renamed(body: str, change: Callable[[str], str]) -> str:
    """Return Markdown with other words in its pointers; where they stay, no sign changes.

    >>> renamed("See [[fact:4]] and `[[fact:4]]`.", lambda words: words.replace("4", "7"))
    'See [[fact:7]] and `[[fact:4]]`.'
    """

    def put(found: "re.Match[str]") -> str:
        words = " ".join((found["words"] or "").split())
        new = change(words) if words else words
        return found[0] if new == words else f"[[{new}]]"

    return _POINTER.sub(put, body)


def with_places(note: Mapping[str, Any]) -> dict[str, Any]:
    """Return a told note with the places of what it points to in its words, to be compared.

    The same words of two cases may number it differently.
    """
    links = note.get("links", {})

    def place(words: str) -> str:
        return words if links.get(words) is None else str(links[words])

    told = {name: value for name, value in note.items() if name != "links"}
    return {**told, "body": renamed(note["body"], place)}


def uncited(body: str) -> list[str]:
    """Return the sentences of a note that point to nothing, in order; headings and code are none.

    >>> uncited("They met in May [[fact:3]]. Nobody says where.")
    ['Nobody says where.']
    """
    story = _CODE_BLOCK.sub(lambda found: "\n" * found[0].count("\n"), body)
    told = (span.of(story) for span in sentences(story))
    bare = (one for one in told if _TELLS.match(one) and not pointers(one))
    return [one.lstrip("-*+> ") for one in bare]


def begun(before: str) -> str | None:
    """Return the name that is being typed, of the line before the cursor; None without one.

    >>> begun("Ask [[Orla Br")
    'Orla Br'
    """
    _, brackets, words = before.rpartition("[[")
    return words if brackets and "]" not in words and len(words) <= LONGEST else None
