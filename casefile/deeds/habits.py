"""How this reader last had the browser, in the user's state folder and never in a case."""

from casefile.deeds.state import read_state, write_state

_FILE = "habits.json"


def habit(name: str) -> str:
    """Return what was kept under a name; empty where nothing was."""
    found = read_state(_FILE)
    value = found.get(name) if isinstance(found, dict) else None
    return value if isinstance(value, str) else ""


def keep_habit(name: str, value: str) -> None:
    """Keep something under a name; where that cannot be written nothing happens."""
    found = read_state(_FILE)
    known = found if isinstance(found, dict) else {}
    write_state(_FILE, {**known, name: value})
