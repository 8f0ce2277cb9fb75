"""What can extract: ``engines``."""

import click

from casefile.cli.layout import padded
from casefile.cli.printing import line, say_entry, say_json
from casefile.extraction.engines import DEFAULT, Listed, listed


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def engines(as_json: bool) -> int:
    """List what can extract, and what to install for the rest.

    Choose one by its name: `casefile add CASE PATH --engine NAME`. Other packages
    bring engines by an entry point in the group casefile.engines.
    """
    found = list(listed())
    if as_json:
        say_json([_object(one) for one in found])
        return 0
    width = max(len(line(one.name)) for one in found)
    for one in found:
        ready = "not here" if one.missing else "ready"
        left = f"{padded(line(one.name), width)}  {ready:<8} "
        about = one.about + (" (what is used where none is named)" * (one.name == DEFAULT))
        say_entry(left, about or one.package, one.missing or one.fingerprint or "")
    return 0


def _object(one: Listed) -> dict[str, object]:
    return {
        "name": one.name,
        "ready": one.missing is None,
        "missing": one.missing,
        "about": one.about,
        "fingerprint": one.fingerprint,
        "package": one.package,
    }
