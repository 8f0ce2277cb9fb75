"""What every part of the door has: the open file, and under which ref a thing is shown."""

from pathlib import Path
from types import TracebackType
from typing import Self

from casefile.model.words import Kind, Ref
from casefile.store.announcing import say_updating
from casefile.store.connection import may_write
from casefile.store.entities import entity_cluster
from casefile.store.events import event_cluster
from casefile.store.names import is_indexed
from casefile.store.store import Store


class Opened:
    """An open case file. It belongs to the thread that opened it; another opens it again."""

    def __init__(
        self,
        path: Path,
        *,
        create: bool = False,
        read_only: bool | None = None,
        in_turn: bool = False,
    ) -> None:
        """Open the file.

        Args:
            path: The case file.
            create: Make it if it is not there.
            read_only: By itself where the file or its folder cannot be written.
            in_turn: Several threads use it, one at a time.

        Raises:
            CasefileError: It cannot be opened; see ``casefile.store.connection.connect``.
        """
        if read_only is None:
            read_only = path.is_file() and not may_write(path)
        self._store = Store(path, create=create, read_only=read_only, in_turn=in_turn)
        if not read_only and not is_indexed(self._store):
            from casefile.deeds.indexing import index_if_needed

            index_if_needed(self._store)
        if not read_only and self._store.one("untold_decisions") is not None:
            from casefile.store.carrying import tell_all

            say_updating(path, "decisions")
            with self._store.write():
                tell_all(self._store)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The file."""
        return self._store.path

    @property
    def name(self) -> str:
        """What the case is called: the file's name without its ending."""
        return self.path.stem

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""
        return self._store.read_only

    def close(self) -> None:
        """Close the file; closing twice is harmless."""
        self._store.close()

    def data_version(self) -> int:
        """Return a number that changes when another program has written."""
        return self._store.data_version()

    def leading(self, ref: Ref) -> Ref:
        """Return the ref under which a thing is shown: a merged one has its lowest.

        Raises:
            UnknownRef: The case holds no such entity or event.
        """
        if ref.kind is Kind.ENTITY:
            return Ref(Kind.ENTITY, entity_cluster(self._store, ref.id))
        if ref.kind is Kind.EVENT:
            return Ref(Kind.EVENT, event_cluster(self._store, ref.id))
        return ref
