"""Make foreign text harmless to show: one visible symbol for each dangerous code point.

Terminals act on control characters, and writing direction marks can make a
text say on screen what it does not say in the file (CVE-2021-42574). So every
text that comes from outside passes through :func:`safe` before it is shown.
Single code points are replaced and sequences are never parsed: what does not
look for the end of a sequence cannot be led past it (CVE-2022-46663 in less).
"""

import re

_PICTURE_OF_C0 = 0x2400
"""Unicode's Control Pictures mirror C0 one to one: ESC is shown as ``␛``."""

_HIDDEN = "\u00b7"
"""Stands for what has no picture of its own: C1, zero-width and tag characters."""

_DIRECTIONS = {
    0x202A: "⟪", 0x202B: "⟪", 0x202D: "⟪", 0x202E: "⟪", 0x202C: "⟫",
    0x2066: "⟪", 0x2067: "⟪", 0x2068: "⟪", 0x2069: "⟫",
    0x200E: _HIDDEN, 0x200F: _HIDDEN, 0x061C: _HIDDEN,
}  # fmt: skip
"""Embeddings, overrides and isolates (UAX #9), and the three direction marks."""

_JOINERS = "\u200c\u200d"
"""Needed inside emoji, Indic and Arabic words; hidden elsewhere."""

_TABLE: dict[int, str] = {
    **{code: chr(_PICTURE_OF_C0 + code) for code in range(0x20) if code not in (0x09, 0x0A)},
    0x7F: "\u2421",
    **dict.fromkeys(range(0x80, 0xA0), _HIDDEN),
    **_DIRECTIONS,
    **dict.fromkeys((0x00AD, 0x180E, 0x200B, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064), _HIDDEN),
    **dict.fromkeys((0x2028, 0x2029), "\u240a"),
    **dict.fromkeys(range(0x206A, 0x2070), _HIDDEN),
    **dict.fromkeys((0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB), _HIDDEN),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    **dict.fromkeys(range(0xE0000, 0xE0080), _HIDDEN),
}

_DANGEROUS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Every key of the table and the joiners; ordinary text holds none and is returned as it is."""

_STRAY_JOINER = re.compile(f"(?<![^\x00-\u05ff])[{_JOINERS}]|[{_JOINERS}](?![^\x00-\u05ff])")
"""A joiner that does not stand between two characters of a script that joins."""


def safe(text: str) -> str:
    r"""Return the text with every dangerous code point shown as one symbol.

    The result has as many code points as the text, so offsets stay valid. Tabs
    and line ends are kept; so are joiners inside emoji and joining scripts.

    >>> safe("a\x1b]52;c\x07 \u202egnp.exe")
    'a␛]52;c␇ ⟪gnp.exe'

    It is idempotent, and the text itself where nothing in it is dangerous.
    """
    if not _DANGEROUS.search(text):
        return text
    return _STRAY_JOINER.sub(_HIDDEN, text.translate(_TABLE))


def safe_line(text: str) -> str:
    """Return the text made safe and on one line: tabs and line ends become spaces."""
    return safe(text).replace("\n", " ").replace("\t", " ")
