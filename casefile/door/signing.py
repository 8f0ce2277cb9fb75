"""Who acts, and when: the one place of the door that asks the clock and the system."""

import getpass
from datetime import UTC, datetime


def now() -> str:
    """Return this second in UTC, as the case file writes it."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


_UNNAMED = "reader"
"""Who decides where the system has no name for the user, or one that only an engine may have."""

_LONGEST = 100
"""Characters of a name that are kept."""


def signed() -> dict[str, str]:
    """Return who decides and when, for a decision: the name of the user as one line."""
    try:
        name = getpass.getuser()
    except (OSError, KeyError):
        name = ""
    by = "".join(sign for sign in name if sign.isprintable())[:_LONGEST].strip()
    if not by or by.startswith("machine:"):
        by = _UNNAMED
    return {"by": by, "now": now()}
