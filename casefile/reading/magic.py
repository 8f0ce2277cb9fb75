"""Which bytes are no text at all."""

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
    (b"bplist00", "a property list"),
)
"""First bytes of common files, and what such a file is; from the file(1) magic database."""

_BZIP2_LEVELS = b"123456789"
_FEW_CONTROLS = 3
_MOST_CONTROLS = 0.02
"""Share of characters that may be control characters: prose has none, a log with colours 1 %."""

_ORDINARY = frozenset("\t\n\r\f\v\x1b\x85")


def kind_of_binary(data: bytes) -> str | None:
    """Return what kind of binary file the bytes open, or None if they may be text."""
    for magic, kind in _MAGIC:
        if not data.startswith(magic):
            continue
        if magic == b"BZh" and data[3:4] not in {bytes([level]) for level in _BZIP2_LEVELS}:
            continue
        if magic in (b"OggS", b"ID3", b"BZh") and 0 not in data[:64]:
            # A text may well begin with these letters; the file has binary lengths after them.
            continue
        return kind
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "an image, sound or film"
    if data[4:8] == b"ftyp":
        return "a film or an image"
    return None


def is_garbage(text: str) -> bool:
    """Tell whether so much of the text is control characters that it is none."""
    controls = sum(text.count(sign) for sign in _CONTROLS)
    return controls > max(_FEW_CONTROLS, _MOST_CONTROLS * len(text))


_CONTROLS = tuple(
    sign for sign in map(chr, (*range(0x20), *range(0x7F, 0xA0))) if sign not in _ORDINARY
)
