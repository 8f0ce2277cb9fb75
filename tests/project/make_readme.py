"""Write the key table into README.md, from the live table of keys."""

import re
from pathlib import Path

from casefile.tui.keys import key_table

README = Path(__file__).parents[2] / "README.md"

_PART = re.compile(r"(<!-- keys: .*? -->\n).*?(<!-- end of keys -->)", re.DOTALL)


def readme_text() -> str:
    """Return README as it should be."""
    table = key_table().strip()
    return _PART.sub(
        lambda found: f"{found[1]}\n{table}\n\n{found[2]}", README.read_text(encoding="utf-8")
    )


if __name__ == "__main__":
    README.write_text(readme_text(), encoding="utf-8")
    print(f"{README} written")
