"""Pointers: the ``[[names]]`` in a note that lead to things of the case."""

import re

LONGEST = 200
"""Characters of a name between the brackets."""

_POINTER = re.compile(
    rf"```.*?(?:```|\Z)|`[^`\n]*`|\[\[(?P<words>[^\[\]\n]{{1,{LONGEST}}})\]\]", re.DOTALL
)
"""What stands in Markdown as code is passed over: there brackets are brackets."""


def pointers(body: str) -> list[str]:
    """Return what stands between double brackets in Markdown, each once, in order.

    >>> pointers("Ask [[Orla Brandt]] of [[event:5]], not `[[this]]`.")
    ['Orla Brandt', 'event:5']
    """
    found = (" ".join((match["words"] or "").split()) for match in _POINTER.finditer(body))
    return list(dict.fromkeys(words for words in found if words))


def begun(before: str) -> str | None:
    """Return the name that is being typed, of the line before the cursor; None without one.

    >>> begun("Ask [[Orla Br")
    'Orla Br'
    """
    _, brackets, words = before.rpartition("[[")
    return words if brackets and "]" not in words and len(words) <= LONGEST else None
