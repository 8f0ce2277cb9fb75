"""Words of strangers as Markdown that shows them as they are, in every dialect of it."""

import re

from casefile.core.safe import safe_line

_ACTIVE = re.compile(
    r"([\\`*_{}\[\]<>#|~^$]"  # CommonMark 2.4, tables and strokes, attributes and formulas
    r"|&(?=[#\w])"
    r"|:(?=//)|(?<=www)\.|@(?=\w)"  # bare addresses
    r"|^[-+=]|^\d{1,9}[.)])",  # what begins a list or underlines
    re.IGNORECASE,
)

_WEB = re.compile(r"https?://[\w.\-~:/?#@!$&'()*+,;=%]+", re.ASCII)
"""An address that can be a link as it is (RFC 3986)."""


def escaped(words: str) -> str:
    """Return words of anybody that Markdown shows as they are, on one line.

    What would drive a terminal or turn the writing round is shown as a symbol.
    """
    line = " ".join(safe_line(words).split())
    return _ACTIVE.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", line)


def address(url: str) -> str:
    """Return a link to a page of the web; what is no such address as words."""
    return f"<{url}>" if _WEB.fullmatch(url) else escaped(url)
