"""Every one or two characters of scripts without spaces find what a plain scan finds.

A programme of 2,000 queries in eight scripts over invented texts: Han, hiragana, katakana, Hangul
and mixed runs by one and two characters, and Latin, Cyrillic, Greek and Arabic by whole words.
The ordinary run does a share of it; ``--share 1`` does all.
"""

import re
from collections.abc import Iterator
from random import Random

import pytest

from casefile.core.folding import CJK, fold
from casefile.model.words import Kind
from casefile.store.fulltext import Row, matching
from casefile.store.store import Store
from tests.invented import Report, put

QUERIES = 2_000
BATCH = 200
"""Queries of one test."""

TEXTS = 400

SCRIPTS = {
    "Han": "会談大連北京日本政府外務省高官金曜秘密港",
    "hiragana": "あいうえおかきくけこがぎぱゃん",
    "katakana": "アイウエオカキクケコガギパャンー",
    "Hangul": "김정은회담평양서울정부외무성가각힣",
    "Latin": "abdeilnorstuéöüñ",
    "Cyrillic": "авдеилнорстуй",
    "Greek": "αβγδεικλνορστ",
    "Arabic": "ابتدرسلمنهوي",
}
SPACELESS = ("Han", "hiragana", "katakana", "Hangul")
_UNSPACED = re.compile(f"[{CJK}]+")


def text(random: Random) -> str:
    """Return a text of one to three scripts, with stops, Latin words and blanks between."""
    parts = []
    for script in random.choices([*SCRIPTS], k=random.randint(1, 3)):
        letters = SCRIPTS[script]
        for _ in range(random.randint(1, 6)):
            parts.append("".join(random.choices(letters, k=random.randint(1, 7))))
            parts.append(random.choice(["", "", "、", "。", " ", "\n", "-", "A4"])
                         if script in SPACELESS else random.choice([" ", ", ", ".\n"]))  # fmt: skip
    return "".join(parts) or "-"


def scanned(texts: list[str], query: str) -> list[int]:
    """Return the texts that hold the query: CJK as it stands, other scripts as a whole word."""
    if _UNSPACED.fullmatch(query):
        # A stop between two characters does not part them: the index has them side by side.
        wanted = [re.sub(r"[\W_]+", "", one) for one in texts]
        return [id for id, one in enumerate(wanted, 1) if query in one]
    return [id for id, one in enumerate(texts, 1) if _key(query) in map(_key, _words(one))]


def _words(whole: str) -> list[str]:
    return re.findall(r"\w+", _UNSPACED.sub(" ", whole))


def _key(word: str) -> str:
    """Return a word as the index compares it: FTS5 knows the accents of Latin letters only."""
    return fold(word) if fold(word).isascii() else word.casefold()


@pytest.fixture(scope="module")
def texts() -> list[str]:
    random = Random(5)
    return [text(random) + f"\n{at}x" for at in range(TEXTS)]


@pytest.fixture(scope="module")
def case(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store(tmp_path_factory.mktemp("words") / "a.casefile", create=True)
    put(store, *(Report(one) for one in texts))
    yield store
    store.close()


@pytest.mark.stress
@pytest.mark.parametrize("batch", range(QUERIES // BATCH))
def test_what_is_found_is_what_a_plain_scan_finds(
    batch: int, case: Store, texts: list[str], request: pytest.FixtureRequest
) -> None:
    if batch >= QUERIES // BATCH * request.config.getoption("--share"):
        pytest.skip("not in this share of the programme: --share 1 does all")
    random = Random(batch)
    found_some = 0
    for number in range(BATCH):
        script = [*SCRIPTS][number % len(SCRIPTS)]
        if script in SPACELESS:
            query = "".join(random.choices(SCRIPTS[script], k=random.randint(1, 2)))
        else:
            words = [word for one in texts for word in _words(one) if word[0] in SCRIPTS[script]]
            query = random.choice(words)
        wanted = scanned(texts, query)
        found = matching(case, Kind.SOURCE, [Row(query)], limit=TEXTS, ranked=None)
        assert sorted(found.ids) == wanted, repr(query)
        newest = matching(case, Kind.SOURCE, [Row(query)], limit=TEXTS, ranked=0)
        assert newest.ids == wanted[::-1]
        found_some += bool(wanted)
    assert found_some > BATCH / 2


def test_the_programme_asks_in_every_script(texts: list[str]) -> None:
    for letters in SCRIPTS.values():
        assert any(set(letters) & set(one) for one in texts)
