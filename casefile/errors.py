"""Everything casefile raises on purpose."""


class CasefileError(Exception):
    """Base of all expected failures; its text is one sentence for the user."""


class CaseNotFound(CasefileError):
    """There is no case file at the given path."""


class NotACase(CasefileError):
    """The file exists but is not a case file."""


class NewerCase(NotACase):
    """The case file was written by a newer casefile."""


class DamagedCase(CasefileError):
    """The case file is a case but SQLite cannot read it."""


class CaseBusy(CasefileError):
    """Another program holds the case locked."""


class ReadOnlyCase(CasefileError):
    """A change was asked of a case that is open for reading only."""


class CannotWrite(CasefileError):
    """The disk is full, or the place may not be written."""


class BrokenInstall(CasefileError):
    """casefile was installed without its SQL or its data."""


class UnknownRef(CasefileError):
    """A link points at something that the case does not hold, or is no link."""


class Unreadable(CasefileError):
    """A file cannot be read as an article; the rest of the batch goes on."""


class BadDate(CasefileError):
    """A date that the reader stated is not one."""


class NotExtracted(CasefileError):
    """An engine could not find what an article says; the rest of the batch goes on."""


class NoEngine(CasefileError):
    """There is no engine of that name, or it cannot run here."""


class MadeWay(CasefileError):
    """What ran behind stopped for a decision; nothing of it was kept, and it can begin again."""


class NothingToUndo(CasefileError):
    """There is no decision left to take back, or to make again."""


class NoteChanged(CasefileError):
    """A note was changed since its reader began to edit it."""

    def __init__(self, now: str) -> None:
        line = " ".join(now.split())
        shown = line if len(line) <= 200 else f"{line[:199]}…"
        super().__init__(
            f"The note was changed meanwhile and says “{shown}”: save again to put yours in its"
            " place, what it said stays among its earlier texts."
        )
        self.now = now
