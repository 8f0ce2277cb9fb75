"""The parts of the browser stand beside each other: none hides what another does."""

import inspect
from itertools import combinations

from casefile.tui.screens.browse import BrowseScreen
from casefile.tui.screens.desk import DeskScreen

PARTS = [
    part
    for part in BrowseScreen.__mro__[1:]
    if issubclass(part, DeskScreen) and part is not DeskScreen
]


def own(part: type) -> set[str]:
    """Return what a part has by a name of its own, besides what every class has."""
    everywhere = {"_reactives", "_computes", "_decorated_handlers", "_merged_bindings"}
    names = {name for name in vars(part) if not (name.startswith("__") and name.endswith("__"))}
    return {name for name in names - everywhere if not name.startswith("_css_")}


def test_no_part_hides_what_another_does() -> None:
    hidden = [
        (one.__name__, other.__name__, name)
        for one, other in combinations(PARTS, 2)
        if not issubclass(one, other) and not issubclass(other, one)
        for name in own(one) & own(other)
        if not hasattr(DeskScreen, name)
    ]
    assert not hidden


def test_what_a_part_does_of_what_all_do_leads_on_to_the_others() -> None:
    silent = [
        (part.__name__, name)
        for part in PARTS
        for name in own(part)
        # Textual calls the handler of a message of every class, one after the other.
        if inspect.isfunction(vars(part)[name])
        and not name.startswith("on_")
        and hasattr(DeskScreen, name)
        and f"super().{name}(" not in inspect.getsource(vars(part)[name])
    ]
    assert silent == [("AskingScreen", "with_recent")]
