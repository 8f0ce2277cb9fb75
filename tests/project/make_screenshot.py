"""Write ``.assets/browser.svg``: the browser on the demo case, for README.

Rich puts links to a web font into its pictures; they are taken out, so that
nobody who looks at README is told to fetch anything.
"""

import asyncio
import re
import tempfile
from pathlib import Path

from casefile.case import Case
from casefile.deeds.adding import Stated
from casefile.deeds.demo import demo_articles
from casefile.tui.app import CasefileApp

PICTURE = Path(__file__).parents[2] / ".assets" / "browser.svg"

KEYS = ("2", "slash", *"edda marchbank", "enter", "n")
"""From the list of entities to a person's card, and there to the first passage."""

SIZE = (150, 40)
"""Columns and lines: the narrowest wide layout."""


def without_fonts(svg: str) -> str:
    """Return the picture without the font faces that Rich links to."""
    return re.sub(r"@font-face\s*{.*?}\s*", "", svg, flags=re.DOTALL)


async def picture(folder: Path) -> str:
    """Return the browser at a person's card with a passage beside it."""
    with Case(folder / "demo.casefile", create=True) as case:
        case.add([str(path) for path in demo_articles()], stated=Stated())
        app = CasefileApp(case)
        async with app.run_test(size=SIZE) as pilot:
            for key in KEYS:
                await pilot.press("space" if key == " " else key)
                await app.workers.wait_for_complete()
                await pilot.pause()
            # A picture is of what was arranged last, and that is done by a timer: on a busy
            # machine the search was still to be seen after it had been closed.
            await pilot.pause(0.5)
            return without_fonts(app.export_screenshot(title="casefile demo"))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        PICTURE.parent.mkdir(exist_ok=True)
        PICTURE.write_text(asyncio.run(picture(Path(folder))), encoding="utf-8")
    print(f"{PICTURE} written")
