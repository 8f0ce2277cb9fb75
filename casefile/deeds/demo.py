"""Where the demo case lies, and the articles that it is made of."""

from importlib.resources import files
from pathlib import Path

from casefile.errors import BrokenInstall, CannotWrite

CHECKOUT = Path(__file__).resolve().parents[2]

_README = "README.md"
"""Says where the articles come from; it is none."""


def demo_path() -> Path:
    """Return where the demo case lies, in the reader's data folder, which is made.

    Raises:
        CannotWrite: The folder cannot be made.
    """
    from platformdirs import user_data_path

    folder = user_data_path("casefile", appauthor=False)
    if not folder.is_absolute():
        raise CannotWrite("You have no home folder for the demo case: set HOME or XDG_DATA_HOME.")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(
            f"{folder} cannot be made: {(error.strerror or str(error)).lower()}."
        ) from error
    return folder / "demo.casefile"


def demo_articles() -> list[Path]:
    """Return the shipped articles, in order of their names.

    Raises:
        BrokenInstall: It is not there.
    """
    for root in (files("casefile") / "_sample_data", CHECKOUT / "sample_data"):
        folder = Path(str(root))
        if (folder / _README).is_file():
            return sorted(path for path in folder.iterdir() if path.name != _README)
    raise BrokenInstall("casefile's sample data is missing: please install it again.")
