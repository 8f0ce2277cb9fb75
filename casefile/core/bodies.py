"""One key for the spellings of an organization; never for display."""

import re
from functools import lru_cache

from casefile.core.folding import bare_name, fold

_LEGAL_FORM = re.compile(
    r"(?: (?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|plc|group|holdings?"
    r"|sa|s a|spa|ag|gmbh|nv|n v|oyj|ab|asa|bv|kk|pty|bhd|sdn bhd))+$"
)
"""Legal forms that a second mention drops."""

_ACRONYM_DOT = re.compile(r"(?<=\b[^\W\d_])\.")
_TURNED = re.compile(r"^(.*?\b|)(ministry|department|bureau|directorate) (?:of|for) (?:the )?(.+)$")
"""What may stand before or behind its field: Ministry of Trade, Trade Ministry."""

_BRITISH = re.compile(r"is(?=ations?\b)|\b(?:cent|theat)re\b|\bdefence\b|\blabour\b|\bprogramme\b")
_AMERICAN = {
    "is": "iz",
    "centre": "center",
    "theatre": "theater",
    "defence": "defense",
    "labour": "labor",
    "programme": "program",
}

_KEPT = 20_000
"""Keys that are remembered, some 4 MB: the same few bodies are named again and again."""


@lru_cache(maxsize=_KEPT)
def body_key(name: str) -> str:
    """Return the comparison key of an organization's name.

    Legal forms, "and", the dots of an acronym and British spelling make no difference,
    nor on which side of "of" the field of a ministry stands.

    >>> body_key("the Salt & Brandt Co., Ltd.") == body_key("Salt and Brandt")
    True
    >>> body_key("Ministry of Foreign Affairs"), body_key("U.N.")
    ('foreign ministry', 'un')
    """
    key = fold(_ACRONYM_DOT.sub("", bare_name(name)))
    key = _LEGAL_FORM.sub("", key) or key
    key = _BRITISH.sub(lambda found: _AMERICAN[found[0]], key)
    turned = _TURNED.match(key)
    if turned and " of " not in turned[3]:
        key = f"{turned[1]}{turned[3]} {turned[2]}"
    key = key.replace(" and ", " ")
    return re.sub(r"\bforeign affairs (ministry|department)$", r"foreign \1", key)
