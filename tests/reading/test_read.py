"""Files and bytes to articles, good and bad."""

import hashlib
import os
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefile.errors import Unreadable
from casefile.model.article import Article
from casefile.reading import read
from casefile.reading.read import FORMATS, read_bytes, read_file

TODAY = date(2026, 11, 21)
SENTENCE = "The harbour master said on Tuesday that the ferry would sail again in spring. "

LINES = st.sampled_from(
    [
        "By ADA QUILL/ Staff Writer",
        "March 3, 2021 at 09:15 CET",
        "Leave a Comment",
        "RELATED STORIES",
        "A long road home",
        "MARLOW, May 3 (Reuters) — The ferry that had been lost was found on Monday off the coast.",
        SENTENCE.strip(),
        "A ferry at the quay. (Photo by Ada Quill)",
        "3 min read",
        "Friday, March 5, 2021",
        "HomeNewsLocalA long road home",
        "---",
        "# A title",
        "title: x",
        "A look at gardens and those who keep them",
        "",
        "  ",
    ]
)
texts = st.lists(LINES | st.text(max_size=60), max_size=30).map("\n".join)


def article(text: str, format: str = "text") -> Article:
    return read_bytes(text.encode(), name="a.txt", format=format, today=TODAY)


@settings(deadline=None)  # the first page imports trafilatura
@given(texts, st.sampled_from(["text", "markdown", "html"]))
def test_furniture_is_in_order_and_fits_the_text(text: str, format: str) -> None:
    try:
        found = read_bytes(text.encode("utf-8"), name="a", format=format, today=TODAY)
    except Unreadable:
        return
    at = 0
    for piece in found.furniture:
        assert at <= piece.span.start < piece.span.end <= len(found.text)
        at = piece.span.end
    found.text.encode("utf-8")


@settings(deadline=None)  # the first page imports trafilatura
@given(texts, st.sampled_from(["text", "markdown"]))
def test_the_text_is_what_the_file_says(text: str, format: str) -> None:
    try:
        found = read_bytes(text.encode("utf-8"), name="a", format=format, today=TODAY)
    except Unreadable:
        return
    if found.codec == "utf-8" and not text.startswith("\ufeff"):
        assert found.text == text.replace("\r\n", "\n").replace("\r", "\n")


@settings(deadline=None)  # the first page imports trafilatura
@given(texts)
def test_no_article_is_published_after_today(text: str) -> None:
    try:
        found = article(text)
    except Unreadable:
        return
    for day in found.candidates:
        assert day.latest is not None
        assert day.latest <= TODAY


@settings(deadline=None)  # the first page imports trafilatura
@given(st.binary(max_size=300), st.sampled_from(sorted(set(FORMATS.values()))))
def test_any_bytes_are_an_article_or_unreadable(data: bytes, format: str) -> None:
    try:
        found = read_bytes(data, name="x", format=format, today=TODAY)
    except Unreadable:
        return
    assert found.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        ("\u00a0\u200b\n".encode(), "blank"),
        (b"\xef\xbb\xbf\n", "blank"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"PK\x03\x04\x14\x00", "zip"),
        (b"SQLite format 3\x00\x10", "SQLite"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"\x00\x01\x02\x03" * 40, "binary"),
        (bytes(range(256)) * 4, "binary"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read_bytes(data, name="x.txt", format="text", today=TODAY)


def test_a_few_control_characters_are_kept() -> None:
    text = f"{SENTENCE * 4}\0\x1b[31m red"
    assert article(text).text == text


def test_a_file_is_read_by_its_suffix(tmp_path: Path) -> None:
    for suffix, format in FORMATS.items():
        path = tmp_path / f"a{suffix.upper()}"
        path.write_text(f"<p>{SENTENCE}</p>")
        assert read_file(path, name="b", today=TODAY).format == format


def test_an_unknown_suffix_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="unknown kind"):
        read_file(tmp_path / "a.doc", name="a.doc", today=TODAY)


def test_a_missing_file_a_folder_and_a_path_with_nul_are_unreadable(tmp_path: Path) -> None:
    (tmp_path / "f.txt").mkdir()
    for name, said in (("gone.txt", "not there"), ("f.txt", "folder"), ("a\0.txt", "cannot be")):
        with pytest.raises(Unreadable, match=said):
            read_file(tmp_path / name, name=name, today=TODAY)


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    path = tmp_path / "p.txt"
    os.mkfifo(path)
    with pytest.raises(Unreadable, match="pipe"):
        read_file(path, name="p.txt", today=TODAY)


def test_a_link_to_a_device_is_refused(tmp_path: Path) -> None:
    (tmp_path / "z.txt").symlink_to("/dev/zero")
    with pytest.raises(Unreadable, match="device"):
        read_file(tmp_path / "z.txt", name="z.txt", today=TODAY)


def test_a_file_without_permission_is_unreadable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, flags: int) -> int:
        raise PermissionError(13, "Permission denied")

    # Root may read everything, so the system has to be made to refuse.
    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(Unreadable, match="permissions"):
        read_file(tmp_path / "a.txt", name="a.txt", today=TODAY)


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(read.LARGEST_FILE + 1)
    with pytest.raises(Unreadable, match="larger than 200 MB"):
        read_file(path, name="huge.txt", today=TODAY)


ATTACKS = {
    "sentences": SENTENCE,
    "letters": "a",
    "capitals": "A ",
    "blanks": " ",
    "commas": "A, ",
    "digits": "1 ",
    "brackets": "(",
    "bylines": "By A B ",
    "months": "May 3 ",
    "dashes": "A — ",
    "hashes": "# ",
    "weekdays": "on Friday, ",
    "rights": "© 2020 A ",
    "lines": "A b\n",
    "fences": "---\n",
}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
@pytest.mark.parametrize("format", ["text", "markdown"])
def test_a_megabyte_is_read_in_seconds(attack: str, format: str) -> None:
    text = "x" + attack * (1_000_000 // len(attack))
    before = time.process_time()
    assert article(text, format).text == text
    assert time.process_time() - before < 5


HEADER = (
    "Title: Ferry late again\nPublisher: The Tideway Post\nPublished: 3 May 2021\nNote: a copy\n"
)


def test_labelled_lines_at_the_top_of_a_text_are_its_fields() -> None:
    text = HEADER + "\nThe ferry was late on Monday, the operator said in a short statement.\n"
    article = read_bytes(text.encode(), name="a.txt", format="text", today=date(2024, 1, 1))
    assert (article.title, article.publisher) == ("Ferry late again", "The Tideway Post")
    assert article.published is not None
    assert article.published.date.edtf == "2021-05-03"
    assert article.text == text
    marked = [(one.kind.value, one.span.of(text)) for one in article.furniture]
    assert ("title", "Ferry late again") in marked
    assert all("operator" not in words for _, words in marked)


def test_a_story_with_a_colon_is_no_header() -> None:
    text = "Warning: the ferry is late\nThe operator said so on Monday.\n\nIt is often late."
    article = read_bytes(text.encode(), name="a.txt", format="text", today=date(2024, 1, 1))
    assert article.title != "the ferry is late"


def test_a_web_address_on_the_first_line_is_where_the_text_was() -> None:
    story = "The ferry was late on Monday, the operator said, and it was late on Tuesday too.\n"
    text = f"https://example.org/ferry-late\n\n{story}\n{story}"
    article = read_bytes(text.encode(), name="a.txt", format="text", today=date(2024, 1, 1))
    assert article.url == "https://example.org/ferry-late"
    assert article.title is None
    first = article.furniture[0]
    assert (first.kind.value, first.span.of(text)) == ("boilerplate", article.url)
