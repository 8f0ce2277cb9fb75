"""HTML: the article's text as read out, one paragraph a line, and what the page's head says."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from casefile.model.words import FurnitureKind
from casefile.reading import boxes, furniture
from casefile.reading.fields import stated_date
from casefile.reading.language import language
from casefile.reading.lines import all_lines
from casefile.reading.main_text import main_text
from casefile.reading.page import Page
from casefile.reading.text import described
from casefile.reading.visible import between_tags, visible

_LITTLE = 250
"""Characters: below this trafilatura has most likely missed the article (its own limit)."""

_MUCH_MORE = 2
"""How many times as much the whole page must say for the whole to be kept."""

_SMALL_SHARE = 0.1
"""Share of the visible text that is odd to keep: of 181 real pages two kept less."""

_MOST_SHOWN = 2_000_000
"""Characters of visible text: trafilatura takes two seconds for a million, and no article has
so many. The file may be far larger than that where pictures are saved in it."""

_MOST_ELEMENTS = 100_000
"""It takes four seconds for these, and a page of news has a few thousand."""

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>")
_LONG_TAG = re.compile(r"<([A-Za-z]\w{0,20})\b[^<>]{50000,}>")
"""libxml2 takes time with the square of a tag's attributes: 200,000 took over ten minutes."""

_PERMITTED = re.compile("[^\t\n\x20-\x7e\x80-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class _Read:
    text: str
    headings: frozenset[str]
    is_whole_page: bool
    warnings: tuple[str, ...]


def read_html(text: str, today: date) -> Page:
    """Return the article's text, its title as the first line; nothing is fetched.

    Where trafilatura finds little, the whole visible page is kept, and a warning says so.
    An empty text is returned only where the page shows none.
    """
    tree = _tree(text)
    shown = visible(tree) if tree is not None else ""
    if tree is None or not shown:
        return _without_tree(text, today)
    if _is_huge(tree, shown):
        warning = "The page is far larger than any article: all its visible text was kept."
        return _marked(shown, None, _Read(shown, frozenset(), True, (warning,)), today)
    head = _metadata(tree, today)
    read = _article(tree, shown)
    title = _without_site(_clean(getattr(head, "title", None)), getattr(head, "sitename", None))
    body = _with_title(read.text, title) if read.text else read.text
    page = _marked(body, title, read, today)
    return _with_metadata(page, head, title, _page_language(tree), today)


def _without_tree(text: str, today: date) -> Page:
    """Return what stands between the tags; libxml2 drops what nests over 2,048 deep."""
    lines = (" ".join(line.split()) for line in between_tags(text))
    read = "\n".join(line for line in lines if line)
    if not read:
        return Page("")
    warning = "The page's markup is broken: all text between its tags was kept."
    return _marked(read, None, _Read(read, frozenset(), True, (warning,)), today)


def _tree(text: str) -> Any:
    from lxml import etree, html

    parser = html.HTMLParser(
        collect_ids=False,
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        huge_tree=True,
    )
    source = _PERMITTED.sub(" ", _DECLARATION.sub("", text))
    source = _LONG_TAG.sub(r"<\1>", source)
    try:
        return html.document_fromstring(source.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _is_huge(tree: Any, shown: str) -> bool:
    return len(shown) > _MOST_SHOWN or sum(1 for _ in tree.iter()) > _MOST_ELEMENTS


def _metadata(tree: Any, today: date) -> Any:
    """Return trafilatura's reading of the head; the date only where markup states it."""
    from copy import deepcopy

    from trafilatura.metadata import extract_metadata

    limits = {"original_date": True, "extensive_search": False, "max_date": today.isoformat()}
    try:
        return extract_metadata(deepcopy(tree), date_config=limits, extensive=False)
    except (RecursionError, ValueError, TypeError, AttributeError):
        # A hostile head loses its metadata, not the article.
        return None


def _article(tree: Any, shown: str) -> _Read:
    """Return the article as trafilatura reads it, or the whole page where that is little."""
    document, goes_on = main_text(tree, shown)
    text = _paragraphs(getattr(document, "text", None) or "")
    if len(text) < _LITTLE and len(shown) > max(_MUCH_MORE * len(text), 1):
        warning = (
            "No article could be told from the rest of the page: all its visible text was kept."
        )
        return _Read(shown, frozenset(), True, (warning,))
    if goes_on:
        warning = "The page seems to hold more of the article: all its visible text was kept."
        return _Read(shown, frozenset(), True, (warning,))
    warnings: tuple[str, ...] = ()
    if len(text) < _SMALL_SHARE * len(shown):
        share = 100 * len(text) // max(len(shown), 1)
        warnings = (f"Only {share} % of the page's visible text was taken for the article.",)
    return _Read(text, _headings(getattr(document, "body", None)), False, warnings)


def _paragraphs(text: str) -> str:
    lines = (" ".join(line.split(" ")).strip() for line in text.replace("\r", "\n").split("\n"))
    return _PERMITTED.sub(" ", "\n".join(line for line in lines if line))


def _headings(body: Any) -> frozenset[str]:
    if body is None:
        return frozenset()
    return frozenset("".join(head.itertext()).strip() for head in body.iter("head"))


def _clean(value: Any) -> str | None:
    """Return a field of the head as one line, None if it is blank."""
    words = " ".join(str(value or "").split())
    return _PERMITTED.sub(" ", words).strip() or None


def _without_site(title: str | None, site: str | None) -> str | None:
    """Return the title without the name of the site that a page's head puts behind it."""
    if title is None or not site:
        return title
    for sign in (" - ", " – ", " — ", " | "):
        bare = title.removesuffix(f"{sign}{site}").strip()
        if bare and bare != title:
            return bare
    return title


def _with_title(text: str, title: str | None) -> str:
    """Put the title before the text unless one of its first lines is the title already."""
    if title is None:
        return text
    said = boxes.fold(title)
    if any(boxes.fold(line) == said for line in text.split("\n", 3)[:3]):
        return text
    return f"{title}\n{text}"


def _marked(text: str, title: str | None, read: _Read, today: date) -> Page:
    """Return the page with its marks.

    Line rules for menus run only over a whole page: on trafilatura's own output they
    cost 5 points of F1.
    """
    lines = all_lines(text)
    speech = language(text)
    if read.is_whole_page:
        found = furniture.marks(lines, language=speech)
    else:
        found = furniture.credit_marks(lines)
    said = boxes.fold(title or "")
    for at, line in enumerate(lines):
        if said and at < 5 and boxes.fold(line.words) == said:
            found[at] = FurnitureKind.TITLE
            break
    for at, line in enumerate(lines):
        if at not in found and line.words in read.headings:
            found[at] = FurnitureKind.HEADING
    page = described(text, lines, found, today=today, language=speech)
    return replace(page, warnings=(*read.warnings, *page.warnings))


def _with_metadata(page: Page, head: Any, title: str | None, tag: str | None, today: date) -> Page:
    if head is None:
        return replace(page, language=page.language or tag)
    when = stated_date(getattr(head, "date", None) or "", today, "the page's head")
    return replace(
        page,
        title=title or page.title,
        author=_clean(head.author) or page.author,
        publisher=_clean(head.sitename) or page.publisher,
        published=when or page.published,
        candidates=() if when else page.candidates,
        language=tag or page.language,
        url=_clean(head.url),
    )


def _page_language(tree: Any) -> str | None:
    tag = str(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
    tag = tag.strip().replace("_", "-")
    return tag if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", tag) else None
