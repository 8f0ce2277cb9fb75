"""Words of texts, statements and notes: found as a plain scan finds them, in any script."""

import re
import unicodedata
from pathlib import Path
from random import Random

import pytest

from casefile.deeds.annotating import add_note
from casefile.deeds.searching import answer, search, with_passages
from casefile.model.words import Kind, Ref
from casefile.store.fulltext import Matches, Row, match_expression, matching
from casefile.store.store import Store
from tests.invented import NOW, Report, ask, case_of, put, replace

SCRIPTS = {
    "han": "会談大連北京秘密九月金日本人",
    "kana": "ひらかなカタカナガぱーミサキ",
    "hangul": "한글회담비밀평양서울가나다",
    "cyrillic": "абвгдежийклмнопрст",
    "greek": "αβγδεζηθικλμνόσάί",
    "arabic": "ابتثجحخدذرزسشص",
    "hebrew": "אבגדהוזחטיכלמנ",
    "latin": "abcdeéèüöñçşłøß",
}
CJK = ("han", "kana", "hangul")


def text(random: Random, script: str) -> str:
    """Return a text of a script, with words of others in it, capitals and punctuation."""
    words = []
    for _ in range(random.randint(5, 25)):
        letters = SCRIPTS[script if random.random() < 0.8 else random.choice(list(SCRIPTS))]
        word = "".join(random.choice(letters) for _ in range(random.randint(1, 7)))
        is_loud = random.random() < 0.2 and len(word.upper()) == len(word)
        words.append(word.upper() if is_loud else word)
    between = ["", "、", "。"] if script in CJK else [" ", ", ", ".\n", "-"]
    return "".join(word + random.choice(between) for word in words)


def bare(text: str) -> str:
    """Return a text as the index reads it: small letters without accents, of those it knows."""
    plain = unicodedata.normalize("NFD", text.lower())
    return unicodedata.normalize("NFC", re.sub("(?<=[a-z])[\u0300-\u036f]", "", plain))


def holds(text: str, typed: str) -> bool:
    """Tell, by a plain scan, whether a word of a text begins so, or a run of CJK signs is in it."""
    if any(typed[0] in SCRIPTS[script] for script in CJK):
        return typed in re.sub(r"[\W_]+", "", text)
    cjk = "".join(SCRIPTS[script] for script in CJK)
    words = re.split(rf"[\W_{cjk}]+", bare(text))
    return any(word.startswith(bare(typed)) for word in words)


@pytest.fixture(scope="module", params=SCRIPTS)
def script(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_what_is_typed_finds_what_a_plain_scan_finds(script: str, tmp_path: Path) -> None:
    random = Random(script)
    texts = [text(random, script) for _ in range(40)]
    store = case_of(tmp_path / "a.casefile", *(Report(one) for one in texts))
    length = (1, 2) if script in CJK else (1, 2, 3)
    for _ in range(250):
        letters = SCRIPTS[script]
        typed = "".join(random.choice(letters) for _ in range(random.choice(length)))
        hits = search(store, f'"{typed}', places=["text"], limit=500)
        assert {hit.ref.id for hit in hits} == {
            id for id, one in enumerate(texts, start=1) if holds(one, typed)
        }, typed
        for hit in hits:
            assert hit.span is not None
            assert hit.matched
    store.close()


STATED = Report(
    "Quiet talks. 大連で会談が行われた。 Nothing more.",
    {},
    facts=[("Quiet talks", None), ("大連で会談が行われた", None)],
)


def test_statements_are_found_by_one_sign_and_follow_what_an_engine_finds(path: Path) -> None:
    store = case_of(path, STATED)

    def facts(typed: str) -> list[str]:
        return [hit.label for hit in search(store, typed, places=["facts"])]

    assert facts("会") == ["大連で会談が行われた"]
    assert facts("quiet") == ["Quiet talks"]
    fewer = Report(STATED.text, {}, facts=[("Nothing more", None), ("大連で会談", None)])
    replace(store, 1, fewer.findings())
    assert facts("quiet") == []
    assert facts("nothing") == ["Nothing more"]
    assert facts("行") == []
    assert facts("会") == ["大連で会談"]
    rows = ask(store, "SELECT count(*) FROM fact_words")
    assert rows == ask(store, "SELECT count(*) FROM fact")
    store.close()


def test_a_case_made_before_statements_were_indexed_finds_them(path: Path) -> None:
    case_of(path, STATED).close()
    whole = Store(path)
    before = ask(whole, "SELECT rowid, words FROM fact_words ORDER BY rowid")
    whole.close()
    names = ["fact_words", "source_vocabulary", "note_vocabulary"]
    for sql in (*(f"DROP TABLE {name}" for name in names),
                "DELETE FROM _sqlite_migrations WHERE name = '0004_words'",
                "PRAGMA user_version = 3"):  # fmt: skip
        ask(whole, sql)
    store = Store(path)
    assert ask(store, "SELECT rowid, words FROM fact_words ORDER BY rowid") == before
    store.close()


def test_a_note_shows_the_line_that_holds_the_words(path: Path) -> None:
    store = case_of(path, STATED)
    add_note(store, Ref(Kind.SOURCE, 1), "Ask\nfirst\nthe quay master", span=None, by="A", now=NOW)
    [hit] = search(store, "quay", places=["notes"])
    assert hit.label == "Ask … the quay master"
    assert [hit.label[start:end] for start, end in hit.matched] == ["quay"]
    store.close()


def test_all_words_are_marked_where_a_text_is_shown(path: Path) -> None:
    store = case_of(path, Report("The quay master told Zoë’s story: the Quay is shut."))
    [hit] = search(store, "quay zoe", places=["text"])
    assert [hit.label[a:b] for a, b in hit.matched] == ["quay", "Zoë", "Quay"]
    store.close()


def test_what_holds_the_words_oftener_comes_first(path: Path) -> None:
    store = case_of(
        path,
        Report("quay quay quay and little else"),
        Report("quay " + "other words " * 40),
        Report("nothing of it"),
    )
    assert [hit.ref.id for hit in search(store, "quay", places=["text"])] == [1, 2]
    store.close()


def test_of_very_many_the_last_added_are_shown_until_all_are_ranked(path: Path) -> None:
    store = Store(path, create=True)
    put(store, *(Report(f"quay {number} " + "quay " * (number % 3)) for number in range(9)))
    rows = [Row("quay")]
    assert sorted(matching(store, Kind.SOURCE, rows).ids) == list(range(1, 10))
    assert matching(store, Kind.SOURCE, rows, limit=3, ranked=8) == Matches([9, 8, 7], False)
    best = matching(store, Kind.SOURCE, rows, limit=3, ranked=None)
    assert best == Matches([3, 6, 9])
    assert best == matching(store, Kind.SOURCE, rows, limit=3, ranked=9)
    store.close()


def test_short_beginnings_are_looked_for_as_words_in_a_large_case() -> None:
    def expressions(text: str) -> list[str]:
        rows = [Row(text, may_go_on=True)]
        return [match_expression(rows, shortest_prefix=least) for least in (1, 2, 3)]

    assert expressions("q") == ['"q"*', '"q"', '"q"']
    assert expressions("of qu") == ['"of qu"*', '"of qu"*', '"of qu"']
    assert expressions("大") == ['"大"', '"大"', '"大"']


@pytest.mark.parametrize("line", ["quay", "quay | lantern", '"the quay"', "qua", "!lantern quay"])
@pytest.mark.parametrize("passages", [0, 1, 5, 20, 100])
def test_hits_told_without_their_passage_get_it_later_and_nothing_else_changes(
    line: str, passages: int, path: Path
) -> None:
    reports = (
        Report(
            f"The harbour {at}. A lantern hung over the quay of berth {at} all night. Nobody came."
        )
        for at in range(12)
    )
    store = case_of(path, *reports, Report("Quay of stone. Nobody saw it."))
    add_note(store, Ref(Kind.SOURCE, 1), "Who owns the quay?", span=None, by="A", now=NOW)
    whole = answer(store, line).hits
    hits = answer(store, line, passages=passages).hits
    assert hits[:passages] == whole[:passages]
    assert [hit.ref for hit in hits] == [hit.ref for hit in whole]
    in_texts = [hit for hit in hits[passages:] if hit.kind == "text"]
    assert all(hit.span is None and hit.label == hit.detail for hit in in_texts)
    assert tuple(with_passages(store, line, hits)) == whole
    store.close()
