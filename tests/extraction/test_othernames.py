import gzip
from importlib.resources import files

import pytest

from casefile.extraction.rules.words.lexicon import forms, rows
from casefile.extraction.rules.words.othernames import other_names_of_body, other_names_of_place

DATA = files("casefile.extraction") / "data"


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Mumbai", "Bombay"),
        ("Bombay", "Mumbai"),
        ("Yangon", "Rangoon"),
        ("Sri Lanka", "Ceylon"),
        ("Germany", "Deutschland"),
        ("Xiamen Shi", "Amoy"),
        ("Almaty", "Alma-Ata"),
    ],
    ids=lambda text: text,
)
def test_a_place_is_called_otherwise(name: str, other: str) -> None:
    assert other in other_names_of_place([name])


def test_what_a_place_is_called_already_is_no_other_name() -> None:
    assert not {"Mumbai", "Bombay"} & set(other_names_of_place(["Mumbai", "Bombay"]))
    assert other_names_of_place(["Port Salda", ""]) == ()


def test_a_body_goes_by_its_short_name_and_its_full_one() -> None:
    assert "WFP" in other_names_of_body(["World Food Programme"])
    assert "World Food Programme" in other_names_of_body(["WFP"])
    assert other_names_of_body(["Salda Net Company"]) == ()


def test_every_name_of_our_own_list_leads_to_the_others() -> None:
    for row in map(forms, rows("othernames.txt")):
        assert len(row) > 1
        assert len(set(row)) == len(row)
        for name in row[1:]:
            assert name in other_names_of_place([row[0]])


def test_the_packed_list_says_where_it_comes_from_and_lists_no_name_twice() -> None:
    text = gzip.decompress((DATA / "othernames.txt.gz").read_bytes()).decode()
    notes = [line for line in text.splitlines() if line.startswith("#")]
    assert "GeoNames" in " ".join(notes)
    assert "CC BY 4.0" in " ".join(notes)
    for line in text.splitlines()[len(notes) :]:
        name, _, others = line.partition("\t")
        listed = others.split("|")
        assert name not in listed
        assert len(set(listed)) == len(listed)
