"""No key, in whatever order and on whatever screen, ends the browser or leaves it deaf.

Every binding pressed in every place, and 10,000 at random with 1,000 changes of the
size between them. The ordinary run does a share of it; ``--share 1`` does all.
"""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random

import pytest
from textual._compositor import Compositor

from casefile.case import Case
from casefile.deeds.adding import Stated
from casefile.model.words import Ref
from casefile.tui.keymap import DEFAULT
from casefile.tui.screens.browse import BrowseScreen
from tests.tui.driving import NARROW, WIDE, Reader, reading
from tests.tui.idling import paint_later, without_pauses

PRESSES = 10_000
BATCH = 200
"""Presses of one test."""

PRESSES_A_RESIZE = 10
ESCAPES = 4
"""Times that a reader who sees no way out presses escape again."""

SIZES = (NARROW, WIDE, (120, 30), (40, 10), (24, 7))

STORIES = (
    "OSLO, 3 May 2019 — Orla Brandt met Ivo Salter in Port Salda on 2 May, a source said. [sic]",
    "Ivo Salter denied on Friday that he had met Orla Brandt. He will go to Helsinki in June.",
    "秘密会談が大連で行われた。 Una Reedman said she knew nothing of it.\n" * 30,
    "Sweden’s Ivo Salter met Finland’s Orla Brandt in Helsinki on 9 May 2019. He left.",
    "The harbour master of Toba met the mayor on Friday, May 10. They said the quay would close.",
    "Una Reedman met nobody at all, she said on Friday.",
)

DAYS = {4: None}
"""What is known of when a story was published; nothing of this one."""

WAYS: dict[str, tuple[str, ...]] = {
    "sources": ("1",), "entities": ("2",), "events": ("3",), "notes": ("4",),
    "article": ("1", "enter"), "mention": ("1", "enter", "n"), "card": ("2", "enter"),
    "preview": ("1", "enter", "n", "p", "l"), "zoom": ("2", "enter", "z"),
    "search": ("slash", "o", "r"), "narrow": ("2", "f", "o"), "find": ("1", "enter", "f", "a"),
    "copy": ("2", "y"), "note": ("2", "a", "x"), "help": ("question_mark",), "line": ("colon",),
    "mark": ("2", "m"), "go to mark": ("apostrophe",), "only": ("2", "full_stop"),
    "facts": ("8",), "chosen": ("2", "space", "v", "j"), "sort": ("2", "s"),
    "pair": ("2", "space", "space", "J"), "export": ("2", "x"),
    "timeline": ("5",), "counts": ("5", "c"), "with whom": ("6",), "matrix": ("2", "W"),
    "places": ("7",), "news": ("9",), "questions": ("0",), "labels": ("2", "semicolon"),
    "queue": ("R",), "queue of aliases": ("R", "f"), "queue of events": ("R", "f", "f"),
    "queue of facts": ("R", "F", "F"), "queue of dates": ("R", "F"),
    "help of the queue": ("R", "question_mark"), "reason in the queue": ("R", "r", "x"),
    "date typed in the queue": ("R", "F", "t", "5"),
    "what goes": ("1", "space", "v", "j", "j", "v", "D", "l"), "lines": ("1", "enter", "K"),
    "what follows": ("1", "enter", "K", "l"),
    "removing": ("1", "D"), "reason of a removal": ("1", "D", "r", "x"),
    "removed": ("colon", *"removed", "enter"), "log": ("colon", *"log", "enter"),
    "versions": ("1", "enter", "colon", *"version", "enter"), "differ": ("C",),
    "all tags": ("T",), "tag": ("2", "t", "x"), "status": ("2", "r"), "grade": ("1", "r"),
    "truth": ("8", "r", "g"), "no name": ("1", "enter", "n", "D"), "asking": ("2", "Q", "x"),
    "answering": ("0", "A", "x"), "correcting a source": ("1", "E"),
    "adding": ("colon", *"add", "enter"),
    "pasting": ("colon", *"add", "full_stop", *"paste", "enter", "x"),
    "refused": ("1", "E", "d", "x", "enter"),
    "correcting an entity": ("2", "E"), "correcting an event": ("3", "E"),
    "correcting a fact": ("8", "E"), "selecting": ("1", "enter", "v", "v", "l"),
    "making": ("1", "enter", "v", "v", "l", "e"), "saving a search": ("slash", "o", "r", "f2"),
    "deleting notes": ("4", "asterisk", "D"), "in sight": ("1", "enter", "i"),
}  # fmt: skip
"""How each place is reached from any."""

ALL = sorted({name for key in DEFAULT.table for name in key.keys.split(",") if name})
TYPED = [*"abcxyz09é東", "space", "home", "end", "delete", "ctrl+k", "ctrl+w", "f12", "insert"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("keys")
    with Case(folder / "a.casefile", create=True) as case:
        for at, story in enumerate(STORIES):
            (folder / f"{at}.txt").write_text(story, encoding="utf-8")
            day = DAYS.get(at, "2019-05-03")
            case.add([str(folder / f"{at}.txt")], stated=Stated(published=day))
        case.add_note(Ref.parse("entity:1"), "Who is this?")
        case.add_note(Ref.parse("entity:2"), "See [[Orla Brandt]] and [[event:1]].")
        case.question(Ref.parse("entity:1"), "Where was she?", of="herself")
        case.remove(Ref.parse("source:6"), reason="told twice")
    return folder / "a.casefile"


@pytest.fixture
def case(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Case]:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "EDITOR", "VISUAL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PAGER", "cat")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    without_pauses(monkeypatch)
    # To quit is right, and would end the programme.
    monkeypatch.setattr(BrowseScreen, "action_leave", lambda self: None)
    path = tmp_path / "a.casefile"
    path.write_bytes(made.read_bytes())
    with Case(path) as case:
        yield case


@asynccontextmanager
async def listening(case: Case) -> AsyncIterator[Reader]:
    """Open the browser, and at the end see whether it still answers."""
    async with reading(case) as reader:
        yield reader
        await reader.pilot.resize_terminal(*NARROW)
        await home(reader)
        for key, title in (("2", "Entities"), ("1", "Sources")):
            shown = await reader.press(key)
            assert f"[{key}{title}" in shown.replace(" ", ""), shown


async def home(reader: Reader) -> None:
    """Step out of whatever is open."""
    for _ in range(ESCAPES):
        for _ in range(8):
            reader.app.simulate_key("escape")
        await reader.settle()
        is_searching = bool(reader.screen.query("Finder.-open"))
        if reader.app.screen is reader.screen and not is_searching:
            break  # a line that closes may take all that come while it does
    if reader.screen.has_class("-zoom"):
        await reader.press("z")
    assert reader.app.screen is reader.screen


def share_asked(request: pytest.FixtureRequest) -> float:
    """Return the share to run; a press takes ten times as long as a step of other programmes."""
    share = float(request.config.getoption("--share"))
    return share if share == 1 else share / 5


def share_of(names: list[str], share: float, seed: str) -> list[str]:
    return sorted(Random(seed).sample(names, max(1, round(len(names) * share))))


@pytest.mark.stress
@pytest.mark.parametrize("way", WAYS)
async def test_every_key_in_every_place(
    case: Case, way: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = share_asked(request)
    # Half of the time went into frames that nobody sees: the screen at rest is painted.
    monkeypatch.setattr(Compositor, "render_update", paint_later)
    async with listening(case) as reader:
        for name in share_of(ALL, share, way):
            await reader.pilot.press(*WAYS[way])
            await reader.settle()
            assert (await reader.press(name)).strip(), (way, name)
            await home(reader)


@pytest.mark.stress
@pytest.mark.parametrize("batch", range(PRESSES // BATCH))
async def test_keys_at_random_while_the_size_changes(
    case: Case, batch: int, request: pytest.FixtureRequest
) -> None:
    if batch >= max(1, PRESSES // BATCH * share_asked(request)):
        pytest.skip("not in this share of the programme: --share 1 does all")
    random = Random(batch)
    async with listening(case) as reader:
        for at in range(BATCH):
            if at % PRESSES_A_RESIZE == 0:
                await reader.pilot.resize_terminal(*random.choice(SIZES))
            reader.app.simulate_key(random.choice(random.choice((ALL, ALL, TYPED))))
            if random.random() < 0.3:
                await reader.pilot.pause()
        await reader.settle()
        assert reader.app.is_running
