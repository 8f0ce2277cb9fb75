"""Bytes become characters: which codec wrote them, found without guessing where that can be.

Nothing is repaired. Where a few bytes fit no character they stand as U+FFFD, and a
warning says so.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # UTF-32 before UTF-16: the little-endian mark of one begins with that of the other.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_ISO_2022_JP = (b"\x1b$B", b"\x1b$@")
"""How Japanese mail opens a run of two-byte characters; the bytes themselves are all ASCII."""

_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
    "utf-32": "utf-8",
}
"""What a declared name means in practice (WHATWG Encoding, 4.2 and 6.2): a page that could
be read far enough to find ``utf-16`` in it is not UTF-16."""

_TRUSTED = re.compile(
    r"utf-8|cp(?:125\d|932|949|950|866|874)|gb18030|big5(?:hkscs)?|euc_jp|koi8-[ru]|iso8859-\d+"
    r"|mac-(?:roman|cyrillic)|iso2022_(?:jp|kr)"
)
"""Codecs a page may name; Python knows others, such as ``rot13``, that are no charset."""

_META = re.compile(rb"<meta\b[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.I)
_XML = re.compile(rb"<\?xml\b[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{2,40})", re.I)
_META_REACH = 4096
"""Bytes in which the charset is looked for; the standard asks for it in the first 1024."""

_CHARSETS = (
    *("cp932", "euc_jp", "cp949", "gb18030", "big5", "cp1251", "koi8_r", "cp866", "cp1252"),
    *("cp1250", "iso8859_2", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "latin_1"),
)
"""What news is written in. Left to all its ninety, charset-normalizer takes Polish for
Maltese and Russian for a Ukrainian code page."""

_SAMPLE = 60_000
"""Bytes that are looked at to tell a codec: the whole of 10 MB would take charset-normalizer
minutes, and more text does not make it surer."""

_FEW_BROKEN = 0.02
"""Share of the characters beyond ASCII that may be broken in a text that is UTF-8 all the same."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the codec that gave them, and what was odd, a sentence each."""

    text: str
    codec: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, *, declared: str | None = None) -> Decoded | None:
    r"""Return the characters of the bytes, or None if no codec explains them.

    In order: a byte-order mark, UTF-32 and UTF-16 by the place of their zero bytes,
    strict UTF-8, the declared codec, UTF-8 with a few broken bytes, and the codec
    that charset-normalizer finds likeliest. Line ends become ``\n``, a leading
    mark is dropped. The text can always be written as UTF-8.
    """
    for codec, warns in _attempts(data, declared):
        try:
            text = data.decode(codec, "replace" if warns else "strict")
        except UnicodeError:
            continue
        warnings = (_broken(text, codec),) if warns else ()
        return Decoded(_plain(text), codec, warnings)
    return None


def declared_charset(data: bytes) -> str | None:
    """Return the Python codec that an HTML page names for itself, if it is a real one."""
    top = data[:_META_REACH]
    match = _META.search(top) or _XML.search(top)
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
    except (LookupError, UnicodeError, ValueError):
        return None
    name = _SUPERSETS.get(name, name)
    return name if _TRUSTED.fullmatch(name) else None


def _attempts(data: bytes, declared: str | None) -> Iterator[tuple[str, bool]]:
    """Yield codecs to try, likeliest first, and whether broken bytes are to be shown as such."""
    for mark, codec in _BOMS:
        if data.startswith(mark):
            yield codec, False
            yield codec, True
    if any(escape in data[:_SAMPLE] for escape in _ISO_2022_JP):
        yield "iso2022_jp", False
    wide = _wide_codec(data)
    if wide is not None:
        yield wide, False
    yield "utf-8", False
    if declared is not None:
        yield declared, False
    if _is_broken_utf8(data):
        yield "utf-8", True
    wide = _wide_east_asian(data)
    if wide is not None:
        yield wide, False
    yield from ((codec, False) for codec in _likeliest(data))


def _plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _broken(text: str, codec: str) -> str:
    count = text.count("\ufffd")
    places = "one place is" if count == 1 else f"{count} places are"
    return f"The file is {codec}, but {places} not valid in it and can be seen as U+FFFD."


def _wide_codec(data: bytes) -> str | None:
    """Tell UTF-32 and UTF-16 without a mark by their zero bytes, which other text has not."""
    sample = data[: _SAMPLE - _SAMPLE % 4]
    if len(sample) < 4 or sample.count(0) * 10 < len(sample):
        return None
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    if len(data) % 4 == 0 and sample.count(0) * 2 >= len(sample):
        for codec in ("utf-32-le", "utf-32-be"):
            if _decodes(sample, codec):
                return codec
    if len(data) % 2:
        return None
    if low * 20 < high:
        return "utf-16-le"
    return "utf-16-be" if high * 20 < low else None


def _wide_east_asian(data: bytes) -> str | None:
    """Tell UTF-16 without a mark in which only blanks and line ends have a zero byte."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    if len(data) % 2 or 0 not in sample:
        return None
    # Two ASCII letters make a Han character too; of real Han text few pairs are ASCII.
    ascii_pairs = sum(map(_is_ascii_pair, sample[0::2], sample[1::2]))
    if ascii_pairs > 0.6 * len(sample) / 2:
        return None
    for codec in ("utf-16-le", "utf-16-be"):
        if not _decodes(sample, codec):
            continue
        text = sample.decode(codec, "replace")
        if sum(map(_is_east_asian, text)) > 0.9 * len(text):
            return codec
    return None


def _is_ascii_pair(one: int, other: int) -> bool:
    return 0x20 <= one < 0x7F and 0x20 <= other < 0x7F


def _is_east_asian(sign: str) -> bool:
    return (
        "\u3000" <= sign <= "\u30ff"
        or "\u4e00" <= sign <= "\u9fff"
        or ("\uac00" <= sign <= "\ud7a3" or "\uff00" <= sign <= "\uff60" or "\n" <= sign <= "~")
    )


def _decodes(sample: bytes, codec: str) -> bool:
    """Tell whether the bytes are valid; the last character may be cut off."""
    try:
        codecs.getincrementaldecoder(codec)("strict").decode(sample)
    except UnicodeError:
        return False
    return True


def _is_broken_utf8(data: bytes) -> bool:
    """Tell whether the bytes are UTF-8 but for a few, as after a cut or a paste."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = len(text) - len(text.encode("ascii", "ignore")) - broken
    tail_is_cut = broken == 1 and text.endswith("\ufffd")
    return broken <= _FEW_BROKEN * sound or (tail_is_cut and sound > 0)


def _likeliest(data: bytes) -> Iterator[str]:
    """Yield 8-bit and East Asian codecs, likeliest first; the last one explains any bytes."""
    # Imported here: it costs 60 ms, and most files are UTF-8.
    from charset_normalizer import from_bytes

    sample = _sample(data)
    best = from_bytes(sample, cp_isolation=list(_CHARSETS)).best()
    if best is not None and _same(sample, best.encoding, "cp1252"):
        yield "cp1252"
    elif best is not None:
        yield best.encoding
    yield "cp1252"
    yield "latin-1"


def _same(data: bytes, one: str, other: str) -> bool:
    return data.decode(one, "replace") == data.decode(other, "replace")


def _sample(data: bytes) -> bytes:
    """Return lines from all over the data that hold bytes beyond ASCII, as far as there are."""
    if len(data) <= _SAMPLE:
        return data
    piece = _SAMPLE // 6
    step = (len(data) - piece) // 5
    return b"\n".join(_whole_lines(data, step * turn, piece) for turn in range(6))


def _whole_lines(data: bytes, at: int, size: int) -> bytes:
    """Return a piece cut at line ends, or at an ASCII character, so that none is halved."""
    start = at
    if at:
        start = max(at, data.find(b"\n", at, at + size) + 1)
    end = data.rfind(b"\n", start, start + size)
    return data[start:end] if end > start else data[start : start + size]
