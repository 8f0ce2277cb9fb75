"""The vote of rules and model on names: laws that need no model."""

from hypothesis import given
from hypothesis import strategies as st

from casefile.extraction.rules.names.drafts import Draft, Label
from casefile.extraction.rules.parts import Sentence
from casefile.extraction.rules.words.gazetteer import load_gazetteer
from casefile.extraction.rules.words.tokens import Line, read_line
from casefile.extraction.spacy_engine.voting import GUESS, Seen, vote
from casefile.model.words import Span

TEXT = "Vale Port Council Chairman Ilse Brandvold left Skarnes for the Fisheries and Ports Board"
PER, ORG, PLACE, NOTHING = Label.PERSON, Label.ORGANIZATION, Label.PLACE, Label.NOTHING


def line() -> Line:
    return read_line(TEXT, Sentence(Span(0, len(TEXT))), load_gazetteer())


def draft(first: int, last: int, label: Label, weight: float = GUESS) -> Draft:
    return Draft(0, first, last, line().name(first, last), label, weight)


def labels(drafts: list[Draft]) -> list[tuple[str, Label]]:
    return [(one.name, one.label) for one in drafts]


def test_a_full_name_at_the_end_of_a_body_is_the_person() -> None:
    read = [draft(0, 5, ORG, 3)]
    assert labels(vote(read, [Seen(0, 4, 5, PER)], [line()])) == [("Ilse Brandvold", PER)]


def test_a_lone_word_at_the_end_of_a_body_is_no_person() -> None:
    read = [draft(0, 5, ORG, 3)]
    assert vote(read, [Seen(0, 5, 5, PER)], [line()]) == read


def test_a_body_cut_where_one_part_means_nothing_is_whole_again() -> None:
    read = [draft(10, 10, NOTHING, 0.3), draft(12, 13, ORG, 4)]
    whole = [("Fisheries and Ports Board", ORG)]
    assert labels(vote(read, [Seen(0, 10, 13, ORG)], [line()])) == whole


def test_a_body_with_its_short_form_in_brackets_stays_as_the_rules_read_it() -> None:
    text = "the Fjord and Ports Board (FPB"
    row = read_line(text, Sentence(Span(0, len(text))), load_gazetteer())
    read = [Draft(0, 1, 4, row.name(1, 4), ORG, 4), Draft(0, 6, 6, "FPB", NOTHING, 0.3)]
    assert vote(read, [Seen(0, 1, 6, ORG)], [row]) == read


def test_two_bodies_that_the_model_runs_into_one_stay_two() -> None:
    read = [draft(10, 10, ORG, 4), draft(12, 13, ORG, 4)]
    assert vote(read, [Seen(0, 10, 13, ORG)], [line()]) == read


def test_a_guessed_body_that_the_model_holds_for_a_place_is_one() -> None:
    read = [draft(7, 7, ORG)]
    assert labels(vote(read, [Seen(0, 7, 7, PLACE)], [line()])) == [("Skarnes", PLACE)]


def test_what_the_rules_know_stays() -> None:
    read = [draft(7, 7, ORG, 5)]
    assert vote(read, [Seen(0, 7, 7, PLACE)], [line()]) == read


def test_a_person_stays_one_where_the_model_does_not_agree_with_itself() -> None:
    read = [draft(7, 7, PER)]
    torn = [Seen(0, 7, 7, PLACE), Seen(1, 7, 7, PER)]
    assert vote(read, torn, [line(), line()]) == read


def test_the_model_brings_in_no_name_of_its_own() -> None:
    assert vote([], [Seen(0, 7, 7, PLACE)], [line()]) == []


seen_names = st.lists(
    st.builds(
        lambda first, more, label: Seen(0, first, min(first + more, 13), label),
        st.integers(0, 13),
        st.integers(0, 4),
        st.sampled_from([PER, ORG, PLACE, Label.PEOPLE]),
    ),
    max_size=6,
)
read_names = st.sets(st.integers(0, 13), max_size=6).flatmap(
    lambda firsts: st.tuples(
        *(
            st.builds(draft, st.just(one), st.just(one), st.sampled_from(Label), st.just(GUESS))
            for one in sorted(firsts)
        )
    )
)


@given(read_names, seen_names)
def test_names_stay_in_order_and_none_lies_over_another(
    read: tuple[Draft, ...], seen: list[Seen]
) -> None:
    found = vote(list(read), seen, [line()])
    ends = [-1, *(one.last for one in found)]
    assert all(end < one.first for end, one in zip(ends, found, strict=False))
    assert len(found) <= len(read)


@given(read_names)
def test_without_the_model_the_rules_decide(read: tuple[Draft, ...]) -> None:
    assert vote(list(read), [], [line()]) == list(read)
