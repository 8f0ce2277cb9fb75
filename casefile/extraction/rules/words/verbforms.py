"""The base forms of the verbs that the lists know: what may follow "to" and "will"."""

from collections.abc import Iterator
from functools import cache

from casefile.extraction.rules.words.clauses import finite
from casefile.extraction.rules.words.verbs import sections, verbs, words


@cache
def bases() -> frozenset[str]:
    """Return the base forms of the verbs that the lists know."""
    found: set[str] = set()
    for name in ("say", "tell", "act", "position", "silence"):
        found |= {verb.base for verb in verbs("speech.txt", name)}
    for title, rows in sections("events.txt").items():
        if title.endswith((".verb", "light")):
            found |= {row.split()[0] for row in rows}
    third = (word for word in finite() if word.endswith("s"))
    found |= {word[:-1] for word in third} | words("wordclasses.txt", "base")
    return frozenset(found | {operator.split()[0] for operator in _operators()})


def _operators() -> Iterator[str]:
    for title, rows in sections("moods.txt").items():
        if title.endswith(".verb"):
            yield from rows


@cache
def participles() -> frozenset[str]:
    """Return the irregular participles of the light verbs and those of saying: "given", "said"."""
    known = [
        *verbs("events.txt", "light"),
        *verbs("speech.txt", "say"),
        *verbs("speech.txt", "act"),
    ]
    return frozenset(verb.participle for verb in known)
