"""Which language a text is in: by script, then by its commonest words."""

import re
from collections import Counter
from functools import cache

from casefile.reading.lexicon import numbered

_SAMPLE = 20_000
"""Characters looked at."""

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]"), 0.05),
    ("ko", re.compile(r"[\uac00-\ud7a3\u1100-\u11ff]"), 0.2),
    ("zh", re.compile(r"[\u4e00-\u9fff]"), 0.2),
    ("el", re.compile(r"[\u0370-\u03ff]"), 0.2),
    ("he", re.compile(r"[\u0590-\u05ff]"), 0.2),
    ("th", re.compile(r"[\u0e00-\u0e7f]"), 0.2),
    ("hi", re.compile(r"[\u0900-\u097f]"), 0.2),
)
"""Scripts that one language of news owns, or nearly, and the share of the letters from which it
is that language; kana before Han, for a headline in Japanese is mostly Han."""

_BEYOND_LATIN = re.compile(r"[\u0370-\u1fff\u2e80-\ud7ff]")
"""Any letter of those scripts: most texts have none, and need no count."""

_QUOTED = 1 / 3
"""Share of the letters up to which other scripts are quoted in a text of Latin words: a page in
Japanese or Chinese has hardly any of those."""

_FEWEST_WORDS = 8
_SHARE_OF_WORDS = 0.08
"""Share of a text's words that are its language's commonest: 25 to 45 % in running text."""


def language(text: str) -> str | None:
    """Return the language as BCP 47, None where the text is too short or in none we know."""
    sample = text[:_SAMPLE]
    if _BEYOND_LATIN.search(sample):
        letters = sum(sign.isalpha() for sign in sample)
        beyond = len(_BEYOND_LATIN.findall(sample))
        if beyond < _QUOTED * letters and (code := _by_words(sample)):
            return code
        for code, script, share in _SCRIPTS:
            if len(script.findall(sample)) > share * letters:
                return code
    return _by_words(sample)


def _by_words(sample: str) -> str | None:
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < _FEWEST_WORDS:
        return None
    votes: Counter[str] = Counter()
    owners = _owners()
    for word in words:
        for code in owners.get(word, ()):
            votes[code] += 1
    best = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:2]
    if not best or best[0][1] < _SHARE_OF_WORDS * len(words):
        return None
    if len(best) > 1 and best[0][1] == best[1][1]:
        return None
    return best[0][0]


@cache
def _owners() -> dict[str, tuple[str, ...]]:
    owners: dict[str, list[str]] = {}
    for code, row in numbered("stopwords"):
        for word in row:
            owners.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in owners.items()}
