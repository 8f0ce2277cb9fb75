"""What the demo case promises: each article says what it is, and none copies a real report."""

import html
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLE_DATA = ROOT / "sample_data"
README = SAMPLE_DATA / "README.md"
SEEDS = ROOT.parent / "shared" / "seeds"
"""The reports that are retold. They are not ours to ship, so most checkouts lack them."""

FILES = sorted(path for path in SAMPLE_DATA.iterdir() if path.is_file())
ARTICLES = [path for path in FILES if path != README]

FEWEST_ARTICLES = 8
OPENING = 600
"""Characters of an article within which it says what it is."""
TOO_LONG = 10
"""Words in a row that make a borrowed fact a copied sentence."""

RETOLD = re.compile(r"Retold from (?:UPI|the |a )")
INVENTED = re.compile(r"Invented for the casefile demo[:;]")
MARKUP = re.compile(r"<(head|style|script)\b.*?</\1>|<[^>]*>", re.DOTALL)
WORD = re.compile(r"[^\W_]+")


def readable(path: Path) -> str:
    """Return what a reader sees: the file as it is, or the body of a page without its tags."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".html":
        return text
    return html.unescape(MARKUP.sub(" ", text)).strip()


def word_runs(text: str, length: int) -> set[tuple[str, ...]]:
    """Return every run of so many words, blind to case, punctuation and line ends."""
    words = [word.casefold() for word in WORD.findall(text)]
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def test_the_demo_has_at_least_eight_articles() -> None:
    assert len(ARTICLES) >= FEWEST_ARTICLES


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_the_demo_shows_each_kind_of_file(suffix: str) -> None:
    assert suffix in {path.suffix for path in ARTICLES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_is_utf_8(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert not text.startswith("\N{ZERO WIDTH NO-BREAK SPACE}")


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_every_article_says_at_its_start_whether_it_is_retold_or_invented(path: Path) -> None:
    opening = readable(path)[:OPENING]
    assert bool(RETOLD.search(opening)) != bool(INVENTED.search(opening))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_the_readme_names_every_article(path: Path) -> None:
    assert f"`{path.name}`" in README.read_text(encoding="utf-8")


def test_the_readme_names_no_file_that_is_missing() -> None:
    named = set(re.findall(r"`([\w-]+\.(?:txt|md|html))`", README.read_text(encoding="utf-8")))
    assert named == {path.name for path in ARTICLES}


def test_a_run_of_words_is_one_whatever_stands_between_them() -> None:
    assert word_runs("Tokyo’s list:\n“17 names”", 5) == word_runs("TOKYO'S list (17) names.", 5)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_ten_words_in_a_row_equal_a_report_that_is_retold(path: Path) -> None:
    seeds = sorted(SEEDS.glob("*.txt"))
    if not seeds:
        pytest.skip(f"the reports that are retold are not shipped: nothing in {SEEDS}")
    theirs = set().union(*(word_runs(seed.read_text(encoding="utf-8"), TOO_LONG) for seed in seeds))
    assert not word_runs(readable(path), TOO_LONG) & theirs
    assert not word_runs(path.read_text(encoding="utf-8"), TOO_LONG) & theirs
