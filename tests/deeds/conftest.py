"""What the suites of deeds share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from casefile.case import Case


@pytest.fixture
def case(file: Path, path: Path) -> Iterator[Case]:
    """A copy, for one test, of the case that a suite has made as ``file``."""
    path.write_bytes(file.read_bytes())
    with Case(path) as case:
        yield case
