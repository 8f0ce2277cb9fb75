"""The table of commands; each is imported when it is called.

``casefile CASE`` opens a case as ``casefile open CASE`` does.
"""

import os
from difflib import get_close_matches
from importlib import import_module

import click

COMMANDS = {
    "add": "adding",
    "answer": "questioning",
    "check": "files",
    "config": "configuring",
    "demo": "browsing",
    "engines": "engines",
    "export": "files",
    "extract": "extracting",
    "grade": "reviewing",
    "judge": "judging",
    "keys": "configuring",
    "link": "linking",
    "log": "annotating",
    "make": "making",
    "new": "news",
    "note": "annotating",
    "open": "browsing",
    "places": "looking",
    "question": "questioning",
    "questions": "questioning",
    "redo": "annotating",
    "reject": "rejecting",
    "relabel": "relabelling",
    "remove": "removing",
    "removed": "removing",
    "replay": "annotating",
    "restore": "removing",
    "review": "judging",
    "search": "showing",
    "sensitive": "reviewing",
    "set": "correcting",
    "settle": "settling",
    "show": "showing",
    "timeline": "looking",
    "together": "looking",
    "status": "reviewing",
    "tag": "reviewing",
    "tags": "reviewing",
    "uncited": "citing",
    "undo": "annotating",
    "versions": "versions",
}
"""The module of ``casefile.cli`` in which each command lies."""

SHORT = {
    "add": "Read articles into a case.",
    "answer": "Write down what was answered.",
    "check": "Is the file whole?",
    "config": "What can be set, and what is.",
    "demo": "Build the demo case and open it.",
    "engines": "What can extract, and what to install.",
    "export": "Write the case in another format.",
    "extract": "Run the engine again over sources that are in.",
    "grade": "Grade a source A to F, a fact 1 to 6.",
    "judge": "Same, different; read rightly; which day.",
    "keys": "List and check the keys of the browser.",
    "link": "Link what decisions left waiting.",
    "log": "What people decided.",
    "make": "Make an entity, event or fact of words.",
    "new": "What is new since yesterday, or unseen.",
    "note": "Write a note on something.",
    "open": "Open a case in the browser.",
    "places": "Where the case plays: places by country.",
    "question": "Ask something about a thing, of whom.",
    "questions": "What was asked, and what is open.",
    "redo": "Make again what was taken back.",
    "reject": "Say that some words are no name.",
    "relabel": "Say what lines of a source are.",
    "remove": "Take a source out, with all that hangs on it.",
    "removed": "The sources that were taken out.",
    "replay": "Add the decisions of another log.",
    "restore": "Bring a removed source back.",
    "review": "What waits for a judgement.",
    "search": "Search names, titles, events, texts and notes.",
    "sensitive": "Mark something as sensitive.",
    "set": "Correct a source, entity, event or fact.",
    "settle": "Choose where two people differ.",
    "show": "One thing and all it is linked to.",
    "timeline": "The events of a case as bars, or counted.",
    "together": "Who is told of with whom.",
    "status": "Confirm, dispute or reject something.",
    "tag": "Give something tags, or take some away.",
    "tags": "The tags there are; rename or remove one.",
    "uncited": "Sentences of notes that cite nothing.",
    "undo": "Take back the last decision.",
    "versions": "The texts that a source had.",
}
"""What each does in a line, so that the help imports none of them."""


class Commands(click.Group):
    """Commands that are imported late; a path in place of one opens that case."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"casefile.cli.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, SHORT[name]) for name in sorted(COMMANDS)])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            if _is_misspelt(args[0]):
                near = get_close_matches(args[0], COMMANDS, n=1, cutoff=0.7)
                meant = f"; the nearest command is {near[0]}" if near else ""
                ctx.fail(f"There is no command and no case file {args[0]!r}{meant}")
            args = ["open", *args]
        return super().resolve_command(ctx, args)


def _is_misspelt(word: str) -> bool:
    """Tell whether what stands for a command is none, and looks like no path either."""
    return word.isidentifier() and not os.path.lexists(word)


def _version(ctx: click.Context, option: click.Parameter, value: bool) -> None:
    if not value or ctx.resilient_parsing:
        return
    import platform

    from casefile import __version__
    from casefile.store.engine import LIBRARY, VERSION

    sqlite = ".".join(map(str, VERSION))
    click.echo(
        f"casefile {__version__}, Python {platform.python_version()}, SQLite {sqlite} ({LIBRARY})"
    )
    ctx.exit()


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show the versions of casefile, Python and SQLite.",
)
@click.pass_context
def casefile(ctx: click.Context) -> None:
    """Read a pile of reports as one case.

    A CASE is one SQLite file, by custom NAME.casefile; `casefile CASE` opens it.
    """
    if ctx.invoked_subcommand is None:
        from casefile.cli.browsing import welcome

        welcome(ctx)
