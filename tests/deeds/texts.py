"""Cases made of texts by the engine of rules, and all that such a case says."""

import json
from collections.abc import Mapping
from pathlib import Path

from casefile.case import Case
from casefile.deeds.adding import Stated


def case_of_texts(folder: Path, texts: Mapping[str, str], *, published: str) -> Path:
    """Return a new case file to which the texts, by the names of their files, were added."""
    (folder / "texts").mkdir()
    for name, text in texts.items():
        (folder / "texts" / name).write_text(text, encoding="utf-8")
    with Case(folder / "a.casefile", create=True) as case:
        assert not case.add([str(folder / "texts")], stated=Stated(published=published)).failed
    return folder / "a.casefile"


def exported(case: Case) -> str:
    """Return the whole case but its log."""
    return json.dumps({**case.contents(), "log": None}, ensure_ascii=False, indent=1)
