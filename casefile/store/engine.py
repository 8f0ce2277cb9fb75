"""Which SQLite library casefile uses: one for the whole process.

SQLite 3.7.0 to 3.51.2 can corrupt a file in WAL mode when two connections
write and checkpoint at once (the WAL-reset bug), and two libraries that open
one file break its locks. So this is the only module that imports one:
pysqlite3, which bundles a mended SQLite, else the standard library's.
``CASEFILE_SQLITE=stdlib`` in the environment forces the latter.
"""

import os
import sys
from typing import TYPE_CHECKING

if os.environ.get("CASEFILE_SQLITE") == "stdlib":
    # sqlite-utils chooses by importing it, and must come to the same choice.
    sys.modules["pysqlite3"] = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from sqlite3 import dbapi2 as sqlite
else:
    try:
        from pysqlite3 import dbapi2 as sqlite
    except ImportError:
        from sqlite3 import dbapi2 as sqlite

__all__ = ["LIBRARY", "VERSION", "has_wal_reset_bug", "sqlite", "trusts_no_schema"]

LIBRARY: str = sqlite.__name__.partition(".")[0]
"""``pysqlite3`` or ``sqlite3``."""

VERSION: tuple[int, ...] = tuple(sqlite.sqlite_version_info)
"""Of the SQLite in use, such as (3, 53, 4)."""


def has_wal_reset_bug(version: tuple[int, ...]) -> bool:
    """Tell whether this SQLite may corrupt a file in WAL mode.

    Mended in 3.51.3, and carried back to 3.50.7 and 3.44.6 of their lines.
    """
    if version >= (3, 51, 3) or version < (3, 7, 0):
        return False
    return not ((3, 50, 7) <= version < (3, 51, 0) or (3, 44, 6) <= version < (3, 45, 0))


def trusts_no_schema(version: tuple[int, ...]) -> bool:
    """Tell whether ``trusted_schema=OFF`` works with FTS5 here.

    On 3.40.1 it makes every insert fail ("unsafe use of virtual table"); 3.44
    is the first line on which our tests pass with it.
    """
    return version >= (3, 44, 0)
