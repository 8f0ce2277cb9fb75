"""Nothing that can be typed into the search fails or takes long.

A programme of 10,000 lines: random characters, SQL and FTS5 syntax, control characters, and the
signs of the query line half typed, in any mixture. The ordinary run does a share of it;
``--share 1`` does all, ``--case FILE`` on a case of one's own, such as a large one.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import process_time

import pytest

from casefile.deeds.annotating import add_note
from casefile.deeds.searching import PLACES, answer
from casefile.model.words import Kind, Ref
from casefile.store.store import Store
from tests.invented import NOW, PERSON, PLACE, Report, Told, case_of

LINES = 10_000
BATCH = 500
"""Lines of one test."""

LONGEST_S = 0.1
"""CPU seconds that one line may take: more is felt as a freeze."""

PIECES = (
    "AND|OR|NOT|NEAR(|NEAR(a b, 5)|words:|{words}:|*|+|-|(|)|--|;|'; DROP TABLE name; --|%|_|/*"
    "|!|^|'|\"|~|$| | \\|  | kind:| type:| source:| place:| after:| before:| tag:| status:| in:"
    "|2014|2014-06|2014-0|-|,|:|orla|brandt|Orla Brandt|salt|port|talks|the|a|o|大連|大|金|ひ|회담"
    "|Москва|é|e\u0301|ß|İ|ſ|ﬁ|²|Ⅷ|𞤀|🙂|👩\u200d👧|\u202e"
    "|\ufeff|\u200b|\xa0|\u3000|\x00|\x1b[2J|\x1c|\ud800|\udcff|\n|\t"
)


def line(random: Random) -> str:
    """Return one line that somebody, or a cat, may type."""
    shape = random.random()
    pieces = [piece.replace("\\", "|") for piece in PIECES.replace("\\|", "\\").split("|")]
    if shape < 0.2:
        return "".join(chr(random.randrange(0x110000)) for _ in range(random.randint(0, 30)))
    if shape < 0.3:
        return random.choice(pieces) * random.randint(1, 600)
    count = random.randint(1, 12 if shape < 0.9 else 200)
    return random.choice(["", " "]).join(random.choice(pieces) for _ in range(count))


@pytest.fixture(scope="module")
def case(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Store]:
    """A case that holds something of every kind, or the one that was named."""
    if named := request.config.getoption("--case"):
        store = Store(Path(named), read_only=True)
        yield store
        store.close()
        return
    reports = (
        Report(
            f"Orla Brandt met Ivo Salt in Port Salda. The talks of {year} were brief. 大連で会談。",
            {"Orla Brandt": PERSON, "Ivo Salt": PERSON, "Port Salda": PLACE},
            [Told("Orla Brandt met Ivo Salt", ["Orla Brandt"], f"{year}-06", "Port Salda")],
            [(f"The talks of {year} were brief", "Ivo Salt")],
            published=f"{year}-07-01",
            publisher="Northern Wire",
        )
        for year in range(2001, 2031)
    )
    store = case_of(tmp_path_factory.mktemp("stress") / "a.casefile", *reports)
    add_note(store, Ref(Kind.SOURCE, 1), "Ask Orla. 大連 é", span=None, by="A", now=NOW)
    yield store
    store.close()


@pytest.mark.stress
@pytest.mark.parametrize("batch", range(LINES // BATCH))
def test_whatever_is_typed_is_answered_soon(
    batch: int, case: Store, request: pytest.FixtureRequest
) -> None:
    if batch >= LINES // BATCH * request.config.getoption("--share"):
        pytest.skip("not in this share of the programme: --share 1 does all")
    random = Random(batch)
    for _ in range(BATCH):
        typed = line(random)
        places = random.choice([(), PLACES, (random.choice(PLACES),)])
        begun = process_time()
        found = answer(case, typed, places=places)
        took = process_time() - begun
        # A machine may be busy for once: what is slow is slow again.
        if took > LONGEST_S:
            begun = process_time()
            assert answer(case, typed, places=places) == found
            took = process_time() - begun
        assert took <= LONGEST_S, repr(typed)
        assert all(0 <= hit.score <= 100 for hit in found.hits)


def test_the_programme_types_every_sign(tmp_path: Path) -> None:
    random = Random(0)
    typed = "".join(line(random) for _ in range(BATCH))
    assert all(sign in typed for sign in ("NEAR(", "kind:", " | ", '"', "\x00", "\ud800", "大連"))
