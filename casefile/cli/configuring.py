"""What can be set: ``keys`` lists and checks the keys, ``config`` the rest."""

from contextlib import suppress
from typing import TYPE_CHECKING

import click

from casefile.cli.layout import padded
from casefile.cli.printing import complain, faint, is_terminal, line, say, say_json, say_styled
from casefile.deeds.configuring import KEYS, OPTIONS, Settings, Trouble, config_path, read_settings

if TYPE_CHECKING:
    from casefile.tui.keymap import Keymap


@click.command("keys")
@click.option("--check", is_flag=True, help="Say what is wrong with the keys that you set.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def keys(check: bool, as_json: bool) -> int:
    """List every key of the browser, by the place where it works.

    Each has an id, by which it is given other keys in the configuration:
    see casefile config --example. With --check: clashes in one place, keys that a
    terminal cannot send apart, unknown ids and keys.
    """
    settings, keymap, troubles = _read()
    if check:
        return _check(settings, troubles, as_json=as_json)
    for trouble in troubles:
        complain(trouble.in_file(settings.name))
    if as_json:
        say_json(_objects(keymap))
    else:
        _list(keymap)
    return 0


def _read() -> "tuple[Settings, Keymap, tuple[Trouble, ...]]":
    # Deferred: the table of keys is Textual's, which takes 100 ms.
    from casefile.tui.app import located
    from casefile.tui.keymap import changed

    settings = read_settings()
    keymap, problems = changed(settings.keys)
    return settings, keymap, (*settings.troubles, *located(settings, problems))


def _check(settings: Settings, troubles: tuple[Trouble, ...], *, as_json: bool) -> int:
    if as_json:
        say_json([{"file": settings.name, "line": t.line, "trouble": t.said} for t in troubles])
    elif not troubles:
        say("The keys are in order.")
    else:
        for trouble in troubles:
            complain(trouble.in_file(settings.name))
    return 1 if troubles else 0


def _objects(keymap: "Keymap") -> list[dict[str, object]]:
    return [
        {
            "id": key.id,
            "place": key.place.value,
            "keys": [name for name in key.keys.split(",") if name],
            "does": key.label,
            "changed": key.id in keymap.changed,
        }
        for key in keymap.table
    ]


def _list(keymap: "Keymap") -> None:
    from casefile.tui.keys import Place, shown

    ids = max(len(key.id) for key in keymap.table) + 2
    for place in Place:
        if is_terminal():
            say()
            say(place.value)
        for key in keymap.at(place):
            names = " ".join(shown(key))
            mine = "  (yours)" if key.id in keymap.changed else ""
            if is_terminal():
                say_styled(f"  {padded(names, 20)} {padded(key.id, ids)}{key.label}{faint(mine)}")
            else:
                say(f"{place.value}\t{key.id}\t{names}\t{key.label}{mine}")


@click.command("config")
@click.option("--path", "only_path", is_flag=True, help="Print where the file lies, or would.")
@click.option("--example", is_flag=True, help="Print a file with everything in it, as comments.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def config(only_path: bool, example: bool, as_json: bool) -> int:
    """Show what is set: theme, mouse, layout; the keys are under casefile keys.

    To change it, write to the file that --path names; to begin with one:
    casefile config --example > "$(casefile config --path)"
    """
    if only_path:
        path = config_path()
        with suppress(OSError):  # it is only asked for where it would lie
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        say(str(path))
        return 0
    if example:
        say(example_text())
        return 0
    settings, keymap, troubles = _read()
    if as_json:
        say_json(
            {"path": settings.name, **settings.values,
             KEYS: {key.id: key.keys.split(",") for key in keymap.table
                    if key.id in keymap.changed}}
        )  # fmt: skip
    else:
        _show(settings, len(keymap.changed))
    for trouble in troubles:
        complain(trouble.in_file(settings.name))
    return 1 if troubles else 0


def _show(settings: Settings, changed: int) -> None:
    there = "" if config_path().exists() else "  (not there: these are the defaults)"
    say_styled(line(settings.name) + faint(there))
    for option in OPTIONS:
        value = _as_toml(settings.values[option.name])
        say_styled(f"  {padded(option.name, 20)} {padded(value, 12)} {faint(option.meaning)}")
    say_styled(f"  {padded('keys', 20)} {changed} changed      {faint('casefile keys lists all.')}")


def _as_toml(value: str | int) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int) else f'"{value}"'


def example_text() -> str:
    """Return a configuration that sets nothing: everything with its default, as comments."""
    from casefile.tui.keys import KEYS as TABLE
    from casefile.tui.keys import Place

    rows = ["# The configuration of casefile. A line counts once the # before it is gone."]
    table = ""
    for option in OPTIONS:
        here, _, name = option.name.rpartition(".")
        if here != table:
            rows += ["", f"[{here}]"]
            table = here
        rows += ["", f"# {option.meaning}", f"# {name} = {_as_toml(option.default)}"]
    rows += ["", f"[{KEYS}]", "# A key or a list of keys; [] takes the keys away."]
    for place in Place:
        entries = [key for key in TABLE if key.place is place]
        rows += ["", f"# {place.value}"] if entries else []
        for key in entries:
            names = ", ".join(f'"{name}"' for name in key.keys.split(",") if name)
            rows.append(f'# "{key.id}" = [{names}]  # {key.label}')
    return "\n".join(rows)
