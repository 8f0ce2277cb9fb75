from hypothesis import given
from hypothesis import strategies as st

from casefile.core.pointers import LONGEST, begun, pointers, uncited

NAMES = st.text(st.characters(exclude_characters="[]`\n"), min_size=1, max_size=20).filter(
    str.strip
)


@given(st.lists(st.tuples(st.text("abc .,\n", max_size=9), NAMES), max_size=6))
def test_every_name_between_brackets_comes_once_and_in_order(
    parts: list[tuple[str, str]],
) -> None:
    body = "".join(f"{before}[[{name}]]" for before, name in parts)
    assert pointers(body) == list(dict.fromkeys(" ".join(name.split()) for _, name in parts))


@given(st.text("[]`\n ab", max_size=60))
def test_whatever_is_typed_the_names_stand_in_it(body: str) -> None:
    for name in pointers(body):
        assert name in " ".join(body.split())
        assert not set("[]\n") & set(name)


def test_code_half_brackets_and_what_is_too_long_are_no_pointers() -> None:
    body = (
        "`[[a]]` ```\n[[b]]\n``` [[c] [d]] [[]] [[ ]] [[e\nf]] [g](h) [["
        + "i" * (LONGEST + 1)
        + "]]"
    )
    assert pointers(body) == []
    assert pointers("``` [[open]]") == []
    assert pointers("[[[x]]]") == ["x"]


@given(before=st.text("ab [", max_size=9), name=NAMES)
def test_a_name_is_being_typed_until_its_brackets_close(before: str, name: str) -> None:
    assert begun(f"{before} [[{name}") == name
    assert begun(f"{before} [[{name}]") is None
    assert begun(f"{before} [[{name}]] and") is None
    assert begun(name) is None


@given(st.lists(st.tuples(st.sampled_from(["He left", "Nobody knows", "It rained"]), st.booleans()),
                max_size=6))  # fmt: skip
def test_a_sentence_is_listed_unless_it_points_somewhere(told: list[tuple[str, bool]]) -> None:
    body = " ".join(f"{words}{' [[fact:3]]' if cites else ''}." for words, cites in told)
    assert uncited(body) == [f"{words}." for words, cites in told if not cites]


def test_headings_code_and_rules_are_no_sentences() -> None:
    assert uncited("# Talks\n\n---\n\n```\nx is y.\n```\n12.\n- They met.") == ["They met."]
