"""What every suite shares: a case file in a folder of its own, and hypothesis' settings."""

import compileall
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from casefile.store.store import Store

# A child on a full disk would leave half a compiled module behind for everybody.
os.environ["PYTHONDONTWRITEBYTECODE"] = "1"

# Writing to a real file may be slow for once; a law that fails says how to see it again.
settings.register_profile(
    "casefile",
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("casefile")


def pytest_configure(config: pytest.Config) -> None:
    """Compile the program before any child starts: hundreds would each do it for themselves."""
    if not hasattr(config, "workerinput"):
        compileall.compile_dir(str(Path(__file__).parents[1] / "casefile"), quiet=2)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a long programme be run whole: ``pytest tests/stress --share 1``."""
    parser.addoption(
        "--share", type=float, default=0.1, help="share of each stress programme to run (0 to 1)"
    )
    parser.addoption("--case", help="a case for the stress programmes that take one")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a case may lie; nothing is there yet."""
    return tmp_path / "harbour.casefile"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A new and empty case."""
    store = Store(path, create=True)
    yield store
    store.close()
