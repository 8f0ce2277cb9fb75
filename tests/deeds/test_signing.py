"""Who decides is told by a name that every case can hold and every log may tell."""

import pytest

from casefile.door.signing import signed


@pytest.mark.parametrize(
    ("user", "told"),
    [
        ("ann", "ann"),
        ("Ann Ö. 安", "Ann Ö. 安"),
        ("machine:rules", "reader"),
        ("\ud800", "reader"),
        ("an\nn\x1b", "ann"),
        ("a" * 5000, "a" * 100),
    ],
)
def test_who_decides_is_a_name(monkeypatch: pytest.MonkeyPatch, user: str, told: str) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: user)
    assert signed()["by"] == told


def test_a_user_without_a_name_is_a_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert signed()["by"] == "reader"
