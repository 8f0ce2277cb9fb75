"""Other programs that use a case at the same time: children of the test."""

import os
import pwd
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def python(code: str, path: Path, *, user: str | None = None) -> "subprocess.Popen[str]":
    """Start a child that runs the code; ``path`` is the case there."""
    before = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); sys.dont_write_bytecode = True\n"
        f"from pathlib import Path; path = Path({str(path)!r})\n"
    )
    if user is not None:
        # What is imported lies below folders that only root may enter, perhaps:
        # so everything is loaded first, and the rights given up then.
        ids = pwd.getpwnam(user)
        before += (
            "import os, casefile.case, casefile.deeds.adding, casefile.deeds.linked\n"
            "import sqlite_utils, casefile.store.sqlfiles as files\n"
            "for name in (files.sql_root() / 'queries').iterdir(): files.query(name.stem)\n"
            "files.migration_names()\n"
            f"os.setgroups([]); os.setgid({ids.pw_gid}); os.setuid({ids.pw_uid})\n"
        )
    return subprocess.Popen(
        [sys.executable, "-c", before + code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finished(child: "subprocess.Popen[str]") -> str:
    """Return what a child printed when it ended; it must end well."""
    out, err = child.communicate(timeout=60)
    assert child.returncode == 0, err
    return out.strip()


def together(code: str, path: Path, count: int) -> list[str]:
    """Run children that all begin with the code at one moment; return what they printed."""
    wait = "import casefile.case, sqlite_utils\nprint('ready', flush=True)\ninput()\n"
    children = [python(wait + code, path) for _ in range(count)]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin is not None
        child.stdin.write("\n")
        child.stdin.flush()
    return [finished(child) for child in children]


@contextmanager
def started(code: str, path: Path) -> Iterator["subprocess.Popen[str]"]:
    """Run a child that says ``ready`` and then waits for a line."""
    child = python(code, path)
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    try:
        yield child
    finally:
        child.communicate("\n", timeout=60)


as_nobody = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0,
    reason="who is not root cannot become another user; run the tests as root for these",
)
"""Permissions mean nothing to root, so these tests need a child with fewer rights."""
