"""Cases to browse: real ones, made once and copied for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual._compositor import Compositor

from casefile.case import Case
from casefile.deeds.adding import Stated
from casefile.model.words import Kind
from tests.tui.idling import paint_later, without_pauses

DALIAN = """\
TOKYO, Oct. 7 -- Japan and North Korea met secretly in Dalian on 3 and 4 September, a \
government source said on Friday. The talks were kept from the public [citation needed].

Fumio Kishida told reporters in Tokyo that he knew of no meeting. Kim Jong Un is said to have \
agreed to a visit in Pyongyang.

The Foreign Ministry declined to comment. Kishida has denied earlier reports of contacts.
"""

DENIAL = """\
Fumio Kishida said on Tuesday that no envoy of his had been in Dalian. Diplomats said that a \
meeting with officials of North Korea took place in a hotel in the port city.

""" + "\n\n".join(f"Paragraph {at} of the denial says nothing that is new." for at in range(1, 40))

WIDE = "関係者によると、大連で九月に会談が行われた。外務省は確認していない。\n" * 12

SOURCES = (
    ("Envoys met in Dalian, paper says", "Asahi Shimbun", "2016-10-07", DALIAN),
    ("Kishida denies trip to port city", "Le Courrier", "2016-10-11", DENIAL),
    ("秘密会談、大連で開かれる", "東京新聞", "2016-10-08", WIDE),
)
WIRES = 20

HOSTILE = (
    "[/]", "[red]x[/red]", "[@click=app.quit]x[/]", "[/b", "a [b=c:", "[$x]", "[citation needed]",
    "\x1b]52;c;aGk=\x07", "\x1b[2J", "\x9b31m", "\u202egnp.exe", "zero\u200bwidth", "a\tb",
)  # fmt: skip
"""What must be shown as it is written: markup of Textual, and what drives terminals."""


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the browser keeps what this reader had last."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    without_pauses(monkeypatch)


@pytest.fixture
def every_frame() -> None:
    """Asked for where what is painted in between matters, too."""


@pytest.fixture(autouse=True)
def painting(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody sees what is painted between two looks at the screen: paint only the last."""
    if "every_frame" not in request.fixturenames:
        monkeypatch.setattr(Compositor, "render_update", paint_later)


def add(case: Case, folder: Path, title: str, publisher: str, published: str, text: str) -> None:
    path = folder / f"{len(list(folder.iterdir()))}.txt"
    path.write_text(text, encoding="utf-8", errors="surrogatepass")
    report = case.add(
        [str(path)], stated=Stated(title=title, publisher=publisher, published=published)
    )
    assert report.added, report


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    texts = folder / "texts"
    texts.mkdir()
    with Case(folder / "harbour.casefile", create=True) as case:
        for title, publisher, published, text in SOURCES:
            add(case, texts, title, publisher, published, text)
        for at in range(1, WIRES + 1):
            text = f"The Foreign Ministry in Tokyo said nothing on day {at}.\n"
            add(case, texts, f"Wire report {at:02}", "Wire", f"2016-11-{at:02}", text)
    return folder / "harbour.casefile"


@pytest.fixture(scope="session")
def made_hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    texts = folder / "texts"
    texts.mkdir()
    with Case(folder / "[red]case.casefile", create=True) as case:
        for words in HOSTILE:
            text = f"Text with {words} in it.\n\nFumio Kishida met {words} in Dalian on Friday.\n"
            add(case, texts, f"Title {words}", f"Paper {words}", "2016-10-07", text)
        for row in case.source_rows(case.ids(Kind.SOURCE)):
            case.add_note(row.ref, f"Note {row.title}")
    return folder / "[red]case.casefile"


def opened(made: Path, folder: Path, *, read_only: bool = False) -> Case:
    path = folder / made.name
    shutil.copy(made, path)
    return Case(path, read_only=read_only)


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Iterator[Case]:
    with opened(made, tmp_path) as case:
        yield case


@pytest.fixture
def read_only_case(made: Path, tmp_path: Path) -> Iterator[Case]:
    with opened(made, tmp_path, read_only=True) as case:
        yield case


@pytest.fixture
def hostile_case(made_hostile: Path, tmp_path: Path) -> Iterator[Case]:
    with opened(made_hostile, tmp_path) as case:
        yield case


@pytest.fixture
def empty_case(tmp_path: Path) -> Iterator[Case]:
    with Case(tmp_path / "empty.casefile", create=True) as case:
        yield case
