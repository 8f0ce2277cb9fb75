"""What a parse adds to the statements of the rules, without a parser."""

from casefile.extraction.rules.parts import Sentence
from casefile.extraction.rules.speech.names import Speaker
from casefile.extraction.rules.speech.statement import Statement
from casefile.extraction.spacy_engine.parsed import Kind, Said
from casefile.extraction.spacy_engine.statements import merged, parsed_statements
from casefile.extraction.spacy_engine.trees import Word, tree
from casefile.model.words import Span

TEXT = "Brandvold said the ferry sank."


def place(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def said(content: str, kind: Kind) -> Said:
    return Said(place("Brandvold"), place("said"), place(content), kind)


WHOLE = Statement(place(TEXT), place("said the ferry sank"), 0)


def test_a_clause_without_a_speaker_gets_the_one_of_the_parse() -> None:
    (one,) = merged(TEXT, [WHOLE], [said("the ferry sank", Kind.CLAUSE)], 0, None)
    assert one.speakers == (Speaker(place("Brandvold"), "said"),)
    assert one.content == place("the ferry sank")


def test_an_attitude_gives_no_clause_a_speaker() -> None:
    assert merged(TEXT, [WHOLE], [said("the ferry sank", Kind.STANCE)], 0, None) == [WHOLE]


def test_what_the_rules_know_stays_one_statement() -> None:
    told = Statement(
        place(TEXT), place("the ferry sank"), 0, (Speaker(place("Brandvold"), "said"),)
    )
    assert merged(TEXT, [told], [said("the ferry sank", Kind.CLAUSE)], 0, None) == [told]


def test_an_attitude_is_told_as_a_deed_with_what_it_is_about() -> None:
    (one,) = merged(TEXT, [], [said("the ferry", Kind.STANCE)], 3, None)
    assert one.is_deed
    assert one.is_extra
    assert (one.content, one.gist) == (place("Brandvold said the ferry"), place("the ferry"))
    assert one.sentence == 3


def test_where_rules_and_parse_see_other_subjects_the_parse_decides() -> None:
    spots = ("Brandvold", "said", "the", "ferry", "sank")
    deps = (("dep", 1), ("ROOT", 1), ("det", 3), ("nsubj", 1), ("ccomp", 1))
    words = [
        Word(form, place(form).start, place(form).end, head, dep)
        for form, (dep, head) in zip(spots, deps, strict=True)
    ]
    sentences = (Sentence(place(TEXT)),)
    (by_rules,) = parsed_statements(TEXT, sentences, {})
    assert [one.span for one in by_rules.speakers] == [place("Brandvold")]
    (by_both,) = parsed_statements(TEXT, sentences, {0: tree(words)})
    assert [one.span for one in by_both.speakers] == [place("the ferry")]
