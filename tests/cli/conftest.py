"""Every test of the command line has a home of its own."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.driving import make_case


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder; the working folder of this process, too."""
    for name in ("DATA", "STATE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def case(home: Path) -> Path:
    """A case of one story."""
    return make_case(home)


@pytest.fixture(autouse=True)
def _signals() -> Iterator[None]:
    """``main`` listens to signals; a test does not leave that behind."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)
