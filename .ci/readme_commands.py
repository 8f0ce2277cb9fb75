"""Print one of README's commands, so that what it says is what is run.

A command is the fenced block that follows ``<!-- command: NAME -->``.
"""

import re
import sys
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"


def command(name: str) -> str:
    """Return the lines of a command of README."""
    text = README.read_text(encoding="utf-8")
    found = re.search(rf"<!-- command: {re.escape(name)} -->\n+```\w*\n(.*?)```", text, re.DOTALL)
    if found is None:
        raise SystemExit(f"README.md has no command {name!r}.")
    return found.group(1)


if __name__ == "__main__":
    sys.stdout.write(command(sys.argv[1]))
