"""Run an engine again over what is in: ``extract``."""

import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casefile.case import Case
from casefile.cli.printing import (
    Progress,
    complain,
    mention,
    say,
    say_entry,
    say_json,
    say_styled,
    strong,
)
from casefile.cli.words import ENGINE, FILE, WORDS
from casefile.core.nouns import count_of
from casefile.model.words import Ref

if TYPE_CHECKING:
    from casefile.deeds.extracting import Changes, Rehearsed

Row = Mapping[str, Any]

_MOST = 8
"""Rows of one kind that are shown of one source; --json has all."""


@click.command()
@click.argument("case", type=FILE)
@click.argument("refs", nargs=-1, type=WORDS, metavar="[REF]...")
@click.option(
    "--engine",
    type=ENGINE,
    show_default="what read each source before",
    help="What extracts; see 'casefile engines'.",
)
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def extract(
    case: Path, refs: tuple[str, ...], engine: str | None, dry_run: bool, as_json: bool
) -> int:
    """Run the engine again over sources of CASE, or over all.

    Notes and other work of yours are kept, and so are the refs of what is found
    again. With --dry-run it tells for each source what would come (+), go (-) and
    change (~); what a slow engine finds then is kept, so the run itself is quick.
    """
    wanted = [Ref.parse(ref) for ref in refs]
    with Case(case) as open_case:
        if dry_run:
            progress = Progress()
            told = open_case.rehearse(wanted, engine=engine, progress=progress)
            return _say_all(told) if as_json else _say_each(told, progress)
        begun = time.monotonic()
        report = open_case.extract(wanted, engine=engine, progress=Progress())
    if as_json:
        say_json(
            {
                "extracted": [str(ref) for ref in report.done],
                "failed": [_failure(ref, reason) for ref, reason in report.failed],
                "seconds": round(time.monotonic() - begun, 3),
            }
        )
    else:
        mention(f"{count_of(len(report.done), 'source')} extracted again.")
    for remark in report.remarks:
        mention(f"note: {remark}")
    for _, reason in report.failed:
        complain(reason)
    return 1 if report.failed else 0


def _say_all(told: "Iterator[Rehearsed]") -> int:
    count = 0
    changed, failed = [], []
    for one in told:
        count += 1
        if one.failed:
            failed.append(_failure(one.ref, one.failed))
        elif one.changes:
            changed.append(_object(one))
    say_json({"sources": count, "changes": changed, "failed": failed})
    return 1 if failed else 0


def _object(one: "Rehearsed") -> dict[str, object]:
    kinds = {
        kind: {
            "added": list(found.added),
            "gone": list(found.gone),
            "changed": [{"before": before, "after": after} for before, after in found.changed],
        }
        for kind, found in one.changes.items()
    }
    return {"ref": str(one.ref), "label": one.label, "engine": one.engine, **kinds}


def _failure(ref: Ref, reason: str) -> dict[str, str]:
    return {"ref": str(ref), "reason": reason}


def _say_each(told: "Iterator[Rehearsed]", progress: Progress) -> int:
    count = changed = failed = 0
    for one in told:
        progress(0, 0, "")
        count += 1
        if one.failed:
            failed += 1
            complain(one.failed)
        elif one.changes:
            changed += 1
            _say(one)
    tail = f", {failed} failed" if failed else ""
    mention(f"{count_of(count, 'source')} read, {changed} would change{tail}; nothing was changed.")
    return 1 if failed else 0


def _say(one: "Rehearsed") -> None:
    say_entry(f"{one.ref!s:<11}", one.label, one.engine, bold=True)
    for kind, found in one.changes.items():
        say_styled(strong(f"  {kind}: {_counted(found)}"))
        rows = [
            *((" +", *_told(kind, row)) for row in found.added),
            *((" -", *_told(kind, row)) for row in found.gone),
            *((" ~", _told(kind, old)[0], _difference(old, new)) for old, new in found.changed),
        ]
        for sign, label, detail in rows[:_MOST]:
            say_entry(f"  {sign}", label, detail)
        if len(rows) > _MOST:
            say(f"    … and {len(rows) - _MOST} more")


def _counted(found: "Changes") -> str:
    counts = {"added": found.added, "gone": found.gone, "changed": found.changed}
    return ", ".join(f"{len(rows)} {what}" for what, rows in counts.items() if rows)


def _told(kind: str, row: Row) -> tuple[str, str]:
    """Return what a row is called, and what it is."""
    if kind == "facts":
        chain = " > ".join(one["speaker"] for one in row["attribution"])
        return row["statement"], chain
    if kind == "events":
        return row["title"], ", ".join(filter(None, (row["kind"], row["date"], row["modality"])))
    if kind == "mentions":
        return row["form"], f"{row['entity']}, {row['start']}-{row['end']}"
    if kind == "citations":
        return row["name"], f"{row['kind']}, {row['start']}-{row['end']}"
    return row["name"], row["kind"]


def _difference(old: Row, new: Row) -> str:
    """Return which columns differ, and how."""
    differing = (name for name in old if old[name] != new[name])
    return "; ".join(f"{name}: {_worded(old[name])} > {_worded(new[name])}" for name in differing)


def _worded(value: Any) -> str:
    """Return one value of a row: a list by the names in it, or where it goes."""
    if isinstance(value, list):
        return ", ".join(_part(one) for one in value) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None else str(value)


def _part(one: Any) -> str:
    if not isinstance(one, dict):
        return str(one)
    if "start" in one:
        return f"{one['start']}-{one['end']}"
    return str(one.get("speaker", one["entity"]))
