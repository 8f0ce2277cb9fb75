"""Drafts: a note as it is typed, or an article as it is pasted, until it is saved or thrown away.

Each lies in a file of its own in the reader's state folder. Whoever has it
open holds a lock beside it, so that only what nobody has open any more, as
after a crash, is offered again.
"""

import os
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from casefile.deeds.state import read_state, remove_state, state_file, state_files, write_state
from casefile.errors import UnknownRef
from casefile.model.words import Kind, Ref, Span
from casefile.store.notes import CONTEXT

ARTICLE = Ref(Kind.SOURCE, 0)
"""What an article is a draft on that is pasted: no source of a case has this number."""


class Draft:
    """One note, or article, while it is typed; after ``drop`` nothing of it is left."""

    def __init__(
        self,
        case: Path,
        target: Ref,
        span: Span | None = None,
        *,
        file: Path | None = None,
        is_private: bool = False,
    ) -> None:
        """Begin a note; a private one is in no file, and lost with the program."""
        self.target = target
        """What the note is on; the note itself where one is edited."""
        self.span = span
        self.words: tuple[str, str, str] | None = None
        """Those of the passage, and what stands before and after them."""
        self.was: str | None = None
        """What the note said that is edited, when that was begun."""
        self.body = ""
        """What was kept last."""
        self.kept = ""
        """When that was: UTC, ISO 8601, to the second."""
        self._case = str(case.absolute())
        fresh = f"{_stem(self._case)}-{os.urandom(4).hex()}.json"
        self._file = None if is_private else file or state_file(fresh)
        self._lock: int | None = None

    def stands_in(self, text: str) -> None:
        """Note by which words of a text its passage is known again."""
        if self.span is not None:
            before, after = text[: self.span.start], text[self.span.end :]
            self.words = self.span.of(text), before[-CONTEXT:], after[:CONTEXT]

    def keep(self, body: str) -> None:
        """Write down what was typed so far; where that cannot be nothing happens."""
        if self._lock is None:
            self.take()
        self.body = body
        self.kept = datetime.now(UTC).isoformat(timespec="seconds")
        span = [self.span.start, self.span.end] if self.span else None
        told: dict[str, object] = {"case": self._case, "target": str(self.target), "span": span}
        told |= {"words": self.words, "was": self.was}
        write_state(self._file, {**told, "body": body, "kept": self.kept})

    def drop(self) -> None:
        """Remove it: it was saved or thrown away."""
        remove_state(self._file)
        if self._lock is not None:
            remove_state(self._lock_file)
            os.close(self._lock)
            self._lock = None

    def take(self) -> bool:
        """Lock it until it is dropped or the program ends; False where another has it open."""
        file = self._lock_file
        if file is None:
            return True
        try:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(file, os.O_CREAT | os.O_WRONLY, 0o600)
        except OSError:
            return True
        if not _locked(handle):
            os.close(handle)
            return False
        self._lock = handle
        return True

    @property
    def _lock_file(self) -> Path | None:
        return None if self._file is None else self._file.with_suffix(".lock")


def drafts_left(case: Path) -> list[Draft]:
    """Return the drafts of a case that nobody has open, the newest first; they are taken."""
    found = [_read(case, file) for file in state_files(f"{_stem(str(case.absolute()))}-*.json")]
    left = [draft for draft in found if draft is not None and draft.take()]
    return sorted(left, key=lambda draft: draft.kept, reverse=True)


def _read(case: Path, file: Path) -> Draft | None:
    """Return the draft in a file; None where the file holds none of this case."""
    told = read_state(file)
    if not isinstance(told, dict) or told.get("case") != str(case.absolute()):
        return None
    body, kept, span = told.get("body"), told.get("kept"), told.get("span")
    if not isinstance(body, str) or not isinstance(kept, str) or not body.strip():
        return None
    try:
        target = Ref.parse(str(told.get("target")))
        passage = Span(int(span[0]), int(span[1])) if span else None
    except (UnknownRef, TypeError, ValueError, LookupError):
        return None
    draft = Draft(case, target, passage, file=file)
    draft.body, draft.kept = body, kept
    words, was = told.get("words"), told.get("was")
    if isinstance(words, list) and len(words) == 3 and all(isinstance(one, str) for one in words):
        draft.words = (words[0], words[1], words[2])
    draft.was = was if isinstance(was, str) else None
    return draft


def _stem(case: str) -> str:
    """Return how the names of the drafts of a case begin."""
    return f"draft-{sha256(os.fsencode(case)).hexdigest()[:16]}"


def _locked(handle: int) -> bool:
    """Lock a file unless another has; where the system has no such locks, all are free."""
    with suppress(ImportError):
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
    return True
