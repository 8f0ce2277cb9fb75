"""A file of news becomes an Article."""

import hashlib
import os
import stat
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from casefile.errors import Unreadable
from casefile.model.article import Article
from casefile.reading import addresses
from casefile.reading.decoding import Decoded, declared_charset, decode
from casefile.reading.html import read_html
from casefile.reading.magic import is_garbage, kind_of_binary
from casefile.reading.markdown import read_markdown
from casefile.reading.page import Page
from casefile.reading.text import read_text

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "text",
        ".text": "text",
        ".md": "markdown",
        ".markdown": "markdown",
        ".html": "html",
        ".htm": "html",
        ".xhtml": "html",
    }
)
"""The format of each suffix, in small letters, that can be read."""

LARGEST_FILE = 200 * 1024 * 1024
"""Bytes; a news article has a few thousand, and a larger file would fill the memory."""

_READERS: Mapping[str, Callable[[str, date], Page]] = MappingProxyType(
    {"text": read_text, "markdown": read_markdown, "html": read_html}
)


def read_file(path: Path, *, name: str, today: date) -> Article:
    """Read the file as an article, by its suffix.

    Args:
        path: A symbolic link is followed; a pipe or a device is refused, never waited for.
        name: What the article is called in the case and in messages.
        today: No article is taken to be published after this day.

    Raises:
        Unreadable: The file is no readable article; the text says why.
    """
    format = FORMATS.get(path.suffix.lower())
    if format is None:
        known = ", ".join(FORMATS)
        raise Unreadable(f"{name} is of an unknown kind: give a file that ends in {known}.")
    return read_bytes(_contents(path, name), name=name, format=format, today=today)


def read_bytes(data: bytes, *, name: str, format: str, today: date) -> Article:
    """Read the bytes as an article of the format, which is a value of ``FORMATS``.

    Raises:
        Unreadable: The bytes are no readable article; the text says why.
        ValueError: There is no such format.
    """
    if format not in _READERS:
        raise ValueError(f"no format {format!r}; there are {sorted(_READERS)}")
    if len(data) > LARGEST_FILE:
        raise _too_large(name)
    decoded = _characters(data, name, format)
    page = _READERS[format](decoded.text, today)
    if not page.text.strip():
        raise Unreadable(f"{name} holds no text that can be read: save the article as plain text.")
    when = addresses.settled(page.published, addresses.published(page.url, today=today))
    return Article(
        path=name,
        sha256=hashlib.sha256(data).hexdigest(),
        text=page.text,
        format=format,
        codec=decoded.codec,
        title=page.title,
        publisher=page.publisher,
        author=page.author,
        dateline=page.dateline,
        published=when,
        candidates=page.candidates if when is None else (),
        language=page.language,
        url=page.url,
        furniture=page.furniture,
        warnings=(*decoded.warnings, *page.warnings),
    )


def _characters(data: bytes, name: str, format: str) -> Decoded:
    if not data.strip():
        raise Unreadable(f"{name} is empty: put the article's text into it, or leave it out.")
    kind = kind_of_binary(data)
    if kind is not None:
        raise Unreadable(f"{name} is {kind}, not text: save the article as text or HTML.")
    decoded = decode(data, declared=declared_charset(data) if format == "html" else None)
    if decoded is None or is_garbage(decoded.text):
        raise Unreadable(f"{name} is binary data, not text: save the article as text or HTML.")
    if not any(sign.isprintable() and not sign.isspace() for sign in decoded.text):
        raise Unreadable(f"{name} is blank: put the article's text into it, or leave it out.")
    return decoded


def _contents(path: Path, name: str) -> bytes:
    """Return the bytes of a regular file.

    It is opened before it is looked at, so that it cannot be changed for a pipe in
    between; not to wait lets the opening of a pipe return at once.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(path, flags), "rb") as file:
            found = os.fstat(file.fileno())
            if stat.S_ISDIR(found.st_mode):
                raise _a_folder(name)
            if not stat.S_ISREG(found.st_mode):
                raise Unreadable(f"{name} is a pipe or a device: give a file that is on disk.")
            if found.st_size > LARGEST_FILE:
                raise _too_large(name)
            return file.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise Unreadable(f"{name} is not there: check the path.") from error
    except PermissionError as error:
        raise Unreadable(f"{name} may not be read: change its permissions.") from error
    except IsADirectoryError as error:
        raise _a_folder(name) from error
    except (OSError, ValueError) as error:
        # ValueError: a NUL in the path.
        reason = getattr(error, "strerror", None) or error
        raise Unreadable(f"{name} cannot be read: {reason}.") from error


def _a_folder(name: str) -> Unreadable:
    return Unreadable(f"{name} is a folder: add the folder itself, or name a file in it.")


def _too_large(name: str) -> Unreadable:
    most = LARGEST_FILE // (1024 * 1024)
    return Unreadable(f"{name} is larger than {most} MB: split it into its articles.")
