"""Open a case: ``open``, ``demo``, and ``casefile`` alone."""

import gc
import os
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from casefile.case import Case
from casefile.cli.printing import (
    Progress,
    complain,
    is_terminal,
    line,
    mention,
    say,
    say_entry,
    say_styled,
)
from casefile.cli.words import FILE
from casefile.core.edtf import describe
from casefile.deeds.clipboard import Clipboard
from casefile.deeds.configuring import read_settings
from casefile.deeds.memory import Memory, memory_path
from casefile.errors import BrokenInstall, CannotWrite
from casefile.model.words import Kind

LATEST = 5
"""Events that the summary of a case names."""

GARBAGE = 10_000
"""New objects after which to look for garbage; by default 700, which a painted screen has."""


@click.command("open")
@click.argument("case", type=FILE)
@click.option("--read-only", is_flag=True, help="Change nothing, whatever is pressed.")
@click.option("--plain", is_flag=True, help="For screen readers: no boxes, no colour, one pane.")
@click.option("--no-mouse", is_flag=True, help="Leave the mouse to the terminal.")
@click.option("--private", is_flag=True, help="Leave no trace of this run but in the case.")
def open(case: Path, read_only: bool, plain: bool, no_mouse: bool, private: bool) -> int:
    """Open CASE in the browser; without a terminal, print what is in it."""
    chosen = ({"plain": True} if plain else {}) | ({"mouse": False} if no_mouse else {})
    return browse(case, read_only=read_only, chosen=chosen, is_private=private)


@click.command()
def demo() -> int:
    """Build the demo case from the shipped sample data and open it."""
    from casefile.deeds.demo import demo_articles, demo_path

    path = demo_path()
    articles = demo_articles()
    if not path.exists():
        _build_demo(path, articles)
    return browse(path)


def browse(
    path: Path,
    *,
    read_only: bool = False,
    chosen: Mapping[str, str | int] | None = None,
    is_private: bool = False,
) -> int:
    """Open the browser on a case, or print a summary where there is no terminal.

    A private run keeps nothing in the reader's state folder, and reads nothing there.
    """
    with Case(path, read_only=read_only or None) as case:
        if not is_private:
            _remember(path)
        if not _is_interactive():
            _summarise(case)
            return 0
        # What is imported stays, so looking for garbage meanwhile finds none and
        # takes a tenth of the time to the first screen.
        gc.disable()
        settings = read_settings().but(**chosen or {})
        # Deferred: no other command needs Textual, which takes 100 ms.
        from casefile.tui.app import CasefileApp

        kept = None if is_private else memory_path()
        copied = kept.with_name("copied.txt") if kept else None
        clipboard = Clipboard(os.environ, file=copied)
        memory = Memory(kept, is_private=is_private)
        app = CasefileApp(case, settings=settings, memory=memory, clipboard=clipboard)
        # Before the browser takes the screen, so that it is read after it too.
        for trouble in app.troubles:
            complain(trouble.in_file(settings.name))
        gc.freeze()
        gc.set_threshold(GARBAGE)
        gc.enable()
        app.run(mouse=bool(settings.number("mouse")))
        if app.behind.is_waiting and not app.return_code:
            mention("Linking what you decided …")
            case.link()
        return app.return_code or 0


def welcome(ctx: click.Context) -> None:
    """Say what there is to open, and how to begin."""
    from casefile.deeds.recent import recent_cases

    recent = recent_cases()
    if recent:
        say("Recent cases:")
        for path in recent:
            say_styled(line(f"  casefile {shlex.quote(str(path))}"))
        say()
    say("Begin a case:   casefile add NAME.casefile FOLDER")
    say("See a case:     casefile demo")
    say("All commands:   casefile --help")


def _is_interactive() -> bool:
    has_screen = os.environ.get("TERM") != "dumb"  # such a one cannot move its cursor
    return sys.stdin is not None and sys.stdin.isatty() and is_terminal() and has_screen


def _remember(path: Path) -> None:
    from casefile.deeds.recent import remember

    remember(path)


def _build_demo(path: Path, articles: list[Path]) -> None:
    from casefile.deeds.adding import Stated

    mention("Building the demo case …")
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    with Case(part, create=True, read_only=False) as case:
        report = case.add([str(one) for one in articles], stated=Stated(), progress=Progress())
    if report.failed:
        raise BrokenInstall(f"The sample data cannot be read: {report.failed[0].reason}")
    try:
        os.replace(part, path)
    except OSError as error:
        raise CannotWrite(
            f"{path} cannot be made: {(error.strerror or str(error)).lower()}."
        ) from error


def _summarise(case: Case) -> None:
    summary = case.summary()
    say(
        f"{case.name}: {summary.sources} sources, {summary.entities} entities, "
        f"{summary.events} events, {summary.facts} facts, {summary.notes} notes."
    )
    latest = case.event_rows(case.ids(Kind.EVENT))
    dated = [event for event in latest if event.date and event.date.earliest][-LATEST:]
    if dated:
        say("\nLatest events:")
    for event in reversed(dated):
        when = describe(event.date) if event.date else ""
        say_entry(f"  {event.ref!s:<10} {when:<22}", event.title)
    path = line(shlex.quote(str(case.path)))
    say_styled(f"\nBrowse it in a terminal: casefile open {path}")
    say_styled(f"Or ask the shell:        casefile search {path} WORDS")
