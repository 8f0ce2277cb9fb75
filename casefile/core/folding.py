"""Fold names and texts so that variants of spelling meet; never for display."""

import re
import unicodedata

_MARKS = re.compile(r"[\u0300-\u036f]")
_APOSTROPHES = re.compile(r"['’‘ʼʻ`´]")
_NOT_WORD = re.compile(r"[^\w]+|_")
_POSSESSIVE = re.compile(r"['’]s?$")
_HANGUL = re.compile(r"[\u1100-\u11ff]")

CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af"
"""Scripts written without spaces between words, as a range for a regex class."""

_CJK_CHARACTER = re.compile(f"([{CJK}])")


def fold(text: str) -> str:
    """Return the comparison key of a name: no case, accents, marks or outer blanks.

    >>> fold("  Société  Générale’s Kim Jong-un ")
    'societe generales kim jong un'

    Folding is idempotent. The cost is linear.
    """
    if text.isascii():
        plain = text.replace("'", "").replace("`", "").casefold()
    else:
        bare = _APOSTROPHES.sub("", unicodedata.normalize("NFKD", text))
        plain = unicodedata.normalize("NFKC", _MARKS.sub("", bare).casefold())
        if _MARKS.search(plain):
            plain = _MARKS.sub("", plain)
    if plain.isalnum():
        return plain  # Most words; it saves a slow substitution.
    return " ".join(_NOT_WORD.sub(" ", plain).split())


def bare_name(name: str) -> str:
    """Return the name without a leading article and a possessive ending."""
    inner = _POSSESSIVE.sub("", name.strip())
    return re.sub(r"^(?:the|a|an)\s+(?=\S)", "", inner, flags=re.IGNORECASE)


def spaced(text: str) -> str:
    """Return the text with a space round every CJK character, for a word index.

    A run of such characters then reads as a row of one-character words, so a
    query of one or two characters finds what is there.
    """
    return _CJK_CHARACTER.sub(r" \1 ", text)


def latin(text: str) -> str:
    """Return the text in Latin letters, folded; a second search key, never shown.

    Raises nothing: what has no romanisation is dropped.
    """
    if text.isascii():
        return fold(text)
    from anyascii import anyascii

    return fold(anyascii(text))
