"""How a name in another script is read in Latin letters: the first way, and others."""

import gzip
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from heapq import nsmallest
from importlib.resources import files

from casefile.search.tables import rules, table

MOST, MOST_ASKED = 4, 3
"""Other readings of one name, and ways in which one query is looked up, at most."""

_LONGEST = 40
"""Letters of a text that has other readings; longer ones are titles, not names."""

_LONGEST_NAME = 4
"""Syllables of a Korean name, and characters of a Japanese family name, that stand together."""

_BEAM = 12
"""Ways to read the beginning of a name that are followed to its end."""

_HANGUL = re.compile("[\uac00-\ud7a3]+")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\u30fc]+")
_KATAKANA = re.compile("[\u30a1-\u30fa]")
_SMALL = dict(zip("ゃゅょャュョぁぃぅぇぉァィゥェォ", "auoauoaiueoaiueo", strict=True))
"""Small kana: they change the vowel of the one before."""
_GREEK_WORD = re.compile("[\u0370-\u03ff\u1f00-\u1fff]+")
_SEMITIC_WORD = re.compile("[\u0590-\u05ff\u0620-\u06ff]+")
_ARABIC = re.compile("[\u0620-\u06ff]")
_JOINERS = re.compile("[\u200c\u200d\u0640\u0621]")
_ARABIC_OF_PERSIAN = str.maketrans("یک", "يك")
_ROMAN_VOWELS = frozenset("aeiou")


def romanised(text: str) -> str:
    """Return a text in ASCII letters as its script is read at first sight.

    Chinese characters are read in Mandarin; Arabic and Hebrew get the vowels that are
    likeliest where none are written.

    >>> romanised("Ευρώπη"), romanised("سلام")
    ('evropi', 'salam')
    """
    from anyascii import anyascii

    if _han_runs().search(text):
        for name, said in table("scripts.txt", "mandarin"):
            text = text.replace(name, f" {said} ")
    text = _GREEK_WORD.sub(lambda found: _greek(found[0]), text)
    text = _KANA.sub(lambda found: _kana(found[0]).replace("-", ""), text)
    if _SEMITIC_WORD.search(text):
        text = _SEMITIC_WORD.sub(lambda found: _semitic(found[0]), _JOINERS.sub("", text))
    return anyascii(text)


@cache
def _han_runs() -> re.Pattern[str]:
    # Compiled when first needed, as the next two: signs from so many places take milliseconds.
    return re.compile("[\u3400-\u9fff\uf900-\ufaff々]+")


@cache
def _read_otherwise() -> re.Pattern[str]:
    return re.compile(
        "[\u0370-\u03ff\u1f00-\u1fff\u0590-\u06ff\u30a1-\u30fa\u3400-\u9fff\uac00-\ud7a3]"
    )


@cache
def _east_asian() -> re.Pattern[str]:
    return re.compile("[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def readings(text: str) -> tuple[str, ...]:
    """Return other ways to read a name in another script, the likeliest first, at most MOST.

    A Korean name syllable by syllable with the customary family name; Chinese characters
    as in Japan and Korea; foreign names in kana and Hangul without the vowels added there.

    >>> readings("김철수")[0], readings("田中")[0], readings("Kim")
    ('kim cheol su', 'tanaka', ())
    """
    text = unicodedata.normalize("NFKC", text).strip()
    if text.isascii() or len(text) > _LONGEST or not _read_otherwise().search(text):
        return ()
    found: list[str] = []
    if _HANGUL.search(text):
        found += _korean(text)
    if _han_runs().search(text):
        found += _of_han(text)
    if _KATAKANA.search(text):
        long = romanised(_KANA.sub(lambda kana: _kana(kana[0]), text)).lower()
        found += _foreign(long, "foreign-in-kana")
    if _ARABIC.search(text):
        found += _semitic_others(text)
    at_sight = romanised(text).lower()
    return tuple(one for one in dict.fromkeys(found) if one != at_sight)[:MOST]


def readings_asked(text: str) -> tuple[str, ...]:
    """Return all ways in which a query in East Asian script is to be looked up in Latin letters.

    In other scripts the first way is what it is compared by anyway; that is left out. Of
    one sign alone there is none, for half of all names have a syllable that is so read.
    """
    others = readings(text)
    if text.isascii() or len(text) > _LONGEST or not _east_asian().search(text):
        return others
    if len(text) == 1:
        return ()
    # Syllable by syllable Korean says all that it says joined.
    first = () if others and _HANGUL.search(text) else (romanised(text).lower(),)
    if _begins_as_japanese(text):
        return (*others[:1], *first, *others[1:])[:MOST_ASKED]
    return (*first, *others)[:MOST_ASKED]


def _begins_as_japanese(text: str) -> bool:
    """Tell whether a name begins with a known Japanese family name of two characters or more."""
    family, _ = _japanese_names()
    return any(text[:length] in family for length in range(2, _LONGEST_NAME + 1))


def is_han(text: str) -> bool:
    """Tell whether a text has Chinese characters."""
    return bool(_han_runs().search(text))


def _rewritten(word: str, section: str) -> str:
    for pattern, replacement in rules("scripts.txt", section):
        word = pattern.sub(replacement, word)
    return word


def _kana(run: str) -> str:
    """Return kana in Latin letters, a hyphen after a long vowel."""
    from anyascii import anyascii

    said = ""
    for at, sign in enumerate(run):
        small = _SMALL.get(sign)
        if sign in "っッ":
            said += anyascii(run[at + 1 : at + 2])[:1].replace("c", "t")
        elif sign == "ー":
            said += "-"
        elif small and said and sign in "ゃゅょャュョ":
            glide = "" if said[:-1].endswith(("sh", "ch", "j")) else "y"
            said = said[:-1] + glide + small
        elif small and said:
            said = (said[:-1] or "w") + small
        else:
            said += anyascii(sign)
    return said


def _foreign(word: str, section: str) -> Iterator[str]:
    other = _rewritten(word, section)
    if other != word:
        yield other


def _greek(word: str) -> str:
    """Return a Greek word in Latin letters; accents go, a diaeresis keeps vowels apart."""
    apart = unicodedata.normalize("NFD", word.lower())
    bare = "".join(
        "\u200b" + sign if apart[at + 1 : at + 3].find("\u0308") >= 0 else sign
        for at, sign in enumerate(apart)
        if not unicodedata.combining(sign)
    )
    return _rewritten(bare, "greek").replace("\u200b", "")


@cache
def _letters(section: str) -> Mapping[str, str]:
    return dict(table("scripts.txt", section))


def _semitic(word: str) -> str:
    """Return an Arabic, Persian or Hebrew word with vowels put between its consonants."""
    bare = "".join(sign for sign in word if not unicodedata.combining(sign))
    if not _ARABIC.search(bare):
        return _voiced([_letters("hebrew").get(sign, "") for sign in bare])
    bare = bare.translate(_ARABIC_OF_PERSIAN)
    known = _letters("arabic-words")
    if bare in known:
        return known[bare]
    article, stem = ("al ", bare[2:]) if bare.startswith("ال") and len(bare) > 4 else ("", bare)
    if stem in known:
        return article + known[stem]
    return article + _voiced([_letters("arabic").get(sign, "") for sign in stem])


def _voiced(letters: Iterable[str]) -> str:
    """Return letters as a word: w and y are vowels between consonants, an a goes where none is."""
    row = [letter for letter in letters if letter]
    word = ""
    for at, letter in enumerate(row):
        after = row[at + 1] if at + 1 < len(row) else ""
        is_consonant_before = bool(word) and word[-1] not in _ROMAN_VOWELS
        if letter in ("w", "y") and word and after[:1] not in _ROMAN_VOWELS:
            letter = {"w": "u", "y": "i"}[letter]
        elif is_consonant_before and letter[0] not in _ROMAN_VOWELS:
            letter = f"a{letter}"
        word += letter
    return word


def _semitic_others(text: str) -> Iterator[str]:
    """Yield the reading of Egypt, whose j is a g, and that of Iran, whose w is a v."""
    first = romanised(text).lower()
    for one, other in (("j", "g"), ("w", "v")):
        if one in first:
            yield first.replace(one, other)


def _korean(text: str) -> Iterator[str]:
    """Yield a Korean name syllable by syllable, then as a foreign name."""
    from anyascii import anyascii

    family = _letters("korean-family")

    def apart(found: re.Match[str]) -> str:
        run = found[0]
        if len(run) > _LONGEST_NAME:
            return f" {anyascii(run)} "
        is_name = 1 < len(run) < _LONGEST_NAME and run[0] in family
        first = family[run[0]] if is_name else anyascii(run[0])
        return " " + " ".join([first, *map(anyascii, run[1:])]).lower() + " "

    yield " ".join(romanised(_HANGUL.sub(apart, text)).lower().split())
    for other in _foreign(romanised(text), "foreign-in-hangul"):
        yield other.lower()


@cache
def _unihan() -> str:
    packed = (files("casefile.search") / "data" / "han.txt.gz").read_bytes()
    return gzip.decompress(packed).decode()


@lru_cache(maxsize=4096)
def _han(sign: str) -> tuple[str, str]:
    """Return the Japanese and the Korean readings of a character, as the file has them.

    The text is looked through: 30 microseconds, and a tenth of the memory of a table.
    """
    at = _unihan().find(f"\n{sign}\t")
    if at < 0:
        return "", ""
    japanese, korean = _unihan()[at + 3 : _unihan().index("\n", at + 1)].split("\t")
    return japanese, korean


@cache
def _japanese_names() -> tuple[Mapping[str, str], Mapping[str, tuple[str, ...]]]:
    """Return family names with their reading, and characters as given names have them."""
    family = {
        name: reading
        for reading, names in table("scripts.txt", "japanese-family")
        for name in names.split()
    }
    given = {sign: tuple(said.split()) for sign, said in table("scripts.txt", "japanese-given")}
    return family, given


def _of_han(text: str) -> Iterator[str]:
    """Yield readings of Chinese characters: the likeliest Japanese one, a Korean one, two more."""
    japanese = [way for way in _read_by(text) if "?" not in way]
    yield from japanese[:1]
    korean = _han_runs().sub(lambda found: _hangul(found[0]), text)
    if not _han_runs().search(korean) and len(text) <= _LONGEST_NAME:
        yield next(_korean(korean))
    yield from japanese[1:3]


def _read_by(text: str) -> list[str]:
    """Return a text with its runs of characters read in Japanese, the best ways first."""
    ways = [""]
    at = 0
    for found in _han_runs().finditer(text):
        between = text[at : found.start()]
        ways = [f"{way}{between} {one} " for way in ways for one in _japanese(found[0])][:MOST]
        at = found.end()
    return [" ".join(romanised(way + text[at:]).lower().split()) for way in ways]


def _hangul(run: str) -> str:
    return "".join(_han(sign)[1].split(" ")[0] or sign for sign in run)


@lru_cache(maxsize=1024)
def _japanese(run: str) -> list[str]:
    """Return how a run of characters is read in Japanese, family name apart, the likeliest first.

    Each way has a cost: a known family name nothing, a character's first reading one,
    each further reading one more. A question mark stands for what is not read in Japan,
    such as characters that were shortened in China.
    """
    if len(run) > 2 * _LONGEST_NAME:
        return ["?"]
    ways: list[list[tuple[float, str]]] = [[(0.0, "")], *([] for _ in run)]
    family, _ = _japanese_names()
    for at in range(len(run)):
        best = nsmallest(_BEAM, ways[at])
        for end in range(at + 1, min(len(run), at + _LONGEST_NAME) + 1):
            part = run[at:end]
            if part in family and (at == 0 or end - at > 1):
                gap = " " if end < len(run) else ""
                ways[end] += [(cost, f"{way}{family[part]}{gap}") for cost, way in best]
        # A family name that is not known is mostly of two characters.
        gap = " " if at == 1 and len(run) > 2 else ""
        ways[at + 1] += [
            (cost + price, way + said + ("" if " " in way else gap))
            for price, said in _sayings(run, at)
            for cost, way in best
        ]
    found = [way for _, way in nsmallest(_BEAM, ways[-1])]
    return list(dict.fromkeys(found))[:MOST]


def _sayings(run: str, at: int) -> list[tuple[float, str]]:
    """Return the readings of one character with their costs."""
    _, given = _japanese_names()
    sign = run[at]
    known = list(given.get(sign, ()))
    on, _, native = _han(sign)[0].partition("/")
    chinese, own = on.split(), native.split()
    # A name begins with native readings more often than with Chinese ones.
    said = dict.fromkeys([*known, *(own + chinese if at < 2 else chinese + own)])
    return [(1.0 + price, one) for price, one in enumerate(said)][:_LONGEST_NAME] or [(1.0, "?")]
