"""Who acts, and when: the one place of the door that asks the clock and the system."""

import getpass
from datetime import UTC, datetime


def now() -> str:
    """Return this second in UTC, as the case file writes it."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def signed() -> dict[str, str]:
    """Return who decides and when, for a decision."""
    try:
        by = getpass.getuser()
    except (OSError, KeyError):
        by = "reader"
    return {"by": by, "now": now()}
