"""Make a case file of any size to measure by.

    python -m tests.benchmarks.make_case OUT [--names FILE | --entities N] [--sources N]
        [--mentions N] [--events N] [--seed S]

FILE is tab-separated: entity id, kind (person, organization, place; anything else is
"other"), name; the most prominent first. Names of one id are names of one entity.
Without a list the names are invented: syllables joined at random, so they are no test
of how well real names are found. Sources hold invented sentences with the mentions in
them. An entity of a list that no source mentions is one that a reader made. Events are
invented, too: of two entities each, with a fact about them, dated as reports date them.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from casefile.core.edtf import bounds
from casefile.core.folding import fold, spaced
from casefile.deeds.othernames import with_others
from casefile.model.words import EntityKind
from casefile.search.features import of_name
from casefile.store.index import index_names
from casefile.store.store import Store

KINDS = ("person", "organization", "place")
ONSETS = "b br ch d dr f g gr h j k kr l m n p pr r s sh st t tr v w y z".split()
RHYMES = "a an ar e el en er i in is o on or u ul un ai ou".split()
FILLER = "the talks went on while reports from the port said little of what was agreed".split()

Named = tuple[int, str, str]
"""Entity id, kind, name."""


def invented(count: int, rng: random.Random) -> Iterator[Named]:
    """Yield entities of one name each."""
    for id in range(1, count + 1):
        words = [_word(rng) for _ in range(rng.choice((1, 2, 2, 2, 3)))]
        yield id, rng.choice(KINDS), " ".join(words)


def _word(rng: random.Random) -> str:
    syllables = (rng.choice(ONSETS) + rng.choice(RHYMES) for _ in range(rng.choice((1, 2, 2, 3))))
    return "".join(syllables).capitalize()


def listed(path: Path) -> Iterator[Named]:
    """Yield the names of a list."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            id, kind, name = line.rstrip("\n").split("\t")
            yield int(id), kind if kind in KINDS else "other", name


def make_case(
    out: Path,
    names: Iterable[Named],
    *,
    sources: int,
    mentions: int,
    rng: random.Random,
    events: int = 0,
) -> dict[str, float]:
    """Make the file; return seconds spent on rows and on the index of names."""
    out.unlink(missing_ok=True)
    store = Store(out, create=True)
    began = time.process_time()
    with store.write() as db:
        db.conn.executemany(
            "INSERT INTO entity (id, kind, name, folded, cluster_id) VALUES (?, ?, ?, ?, ?)",
            _accounts(names),
        )
        _put_sources(store, sources, mentions, rng)
        _put_clusters(store)
        _put_events(store, events, rng)
        written = time.process_time()
        index_names(store, of_name)
    done = time.process_time()
    store.close()
    return {"rows_s": written - began, "index_s": done - written}


def _accounts(names: Iterable[Named]) -> Iterator[tuple[int, str, str, str, int]]:
    cluster: dict[int, int] = {}
    for id, (entity, kind, name) in enumerate(names, 1):
        yield id, kind, name, fold(name), cluster.setdefault(entity, id)


def _put_sources(store: Store, sources: int, mentions: int, rng: random.Random) -> None:
    db = store.database
    [(top,)] = db.conn.execute("SELECT coalesce(max(id), 0) FROM entity")
    shares = [mentions * (at + 1) // sources - mentions * at // sources for at in range(sources)]
    for source, share in enumerate(shares, 1):
        # Cubing makes the first of the list prominent, as in real reports.
        ids = [1 + int(top * rng.random() ** 3) for _ in range(share if top else 0)]
        text, rows = _told(store, source, ids, rng)
        db.conn.execute(
            "INSERT INTO source (id, sha256, path, format, codec, label, characters, linked)"
            " VALUES (?, ?, ?, 'text', 'utf-8', ?, ?, 1)",
            (source, f"{source:064x}", f"{source}.txt", text[:60], len(text)),
        )
        db.conn.execute("INSERT INTO source_text (source_id, text) VALUES (?, ?)", (source, text))
        db.conn.execute(
            "INSERT INTO source_words (rowid, words) VALUES (?, ?)", (source, spaced(text))
        )
        db.conn.executemany(
            "INSERT INTO mention (source_id, start, stop, entity_id, kind, form)"
            " VALUES (?, ?, ?, ?, 'name', ?)",
            rows,
        )


def _told(
    store: Store, source: int, ids: list[int], rng: random.Random
) -> tuple[str, list[tuple[int, int, int, int, str]]]:
    parts, rows, at = [], [], 0
    for id in ids:
        before = " ".join(rng.choices(FILLER, k=rng.randint(3, 15))) + " "
        [(name,)] = store.database.conn.execute("SELECT name FROM entity WHERE id = ?", (id,))
        rows.append((source, at + len(before), at + len(before) + len(name), id, name))
        parts += [before, name, ". "]
        at += len(before) + len(name) + 2
    return "".join(parts) or " ".join(rng.choices(FILLER, k=40)), rows


def _put_clusters(store: Store) -> None:
    run = store.database.conn.execute
    run(
        "INSERT INTO entity_cluster (id, kind, name, mentions, sources)"
        " SELECT cluster_id, min(kind), name, 0, 0 FROM entity WHERE id = cluster_id"
        " GROUP BY cluster_id"
    )
    run(
        "UPDATE entity_cluster SET (mentions, sources) = (told.mentions, told.sources)"
        " FROM (SELECT cluster_id, count(*) AS mentions,"
        " count(DISTINCT mention.source_id) AS sources"
        " FROM mention JOIN entity ON entity.id = mention.entity_id GROUP BY cluster_id) AS told"
        " WHERE told.cluster_id = entity_cluster.id"
    )
    run(
        "INSERT INTO name (kind, ref_id, text, weight)"
        " SELECT 'entity', cluster_id, name, (SELECT count(*) FROM mention"
        " WHERE mention.entity_id = entity.id) FROM entity"
        " GROUP BY cluster_id, name ORDER BY min(id)"
    )
    forms: dict[int, tuple[str, dict[str, int]]] = {}
    for id, kind, text, weight in run(
        "SELECT ref_id, entity_cluster.kind, text, weight FROM name"
        " JOIN entity_cluster ON entity_cluster.id = ref_id ORDER BY ref_id"
    ):
        forms.setdefault(id, (kind, {}))[1][text] = weight
    store.database.conn.executemany(
        "INSERT INTO name (kind, ref_id, text, weight) VALUES ('entity', ?, ?, ?)",
        (
            (id, name, weight)
            for id, (kind, known) in forms.items()
            for name, weight in with_others(EntityKind(kind), known).items()
            if name not in known
        ),
    )
    run("INSERT INTO name (kind, ref_id, text, weight) SELECT 'source', id, label, 0 FROM source")


def _put_events(store: Store, events: int, rng: random.Random) -> None:
    db = store.database.conn
    [(sources,)] = db.execute("SELECT coalesce(max(id), 0) FROM source")
    [(top,)] = db.execute("SELECT coalesce(max(id), 0) FROM entity")
    names = dict(db.execute("SELECT id, name FROM entity WHERE id <= 10000"))
    places = [id for (id,) in db.execute("SELECT id FROM entity WHERE kind = 'place' LIMIT 500")]
    for id in range(1, events + 1 if sources and top else 0):
        who = {1 + int(min(top, 10_000) * rng.random() ** 3) for _ in range(2)}
        kind, modality = rng.choice(("meeting", "visit", "statement")), rng.choice(MODALITIES)
        title = f"{kind.capitalize()} of {' and '.join(names[one] for one in sorted(who))}"
        place = rng.choice(places) if places and rng.random() < 0.5 else None
        source, when = rng.randint(1, sources), _when(rng)
        shown = (kind, title, *when, place, modality)
        db.execute(
            "INSERT INTO event (id, source_id, anchor, ordinal, secret, cluster_id, kind, title,"
            " edtf, date_text, earliest, latest, place_id, modality)"
            " VALUES (?, ?, 0, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (id, source, id, id, *shown),
        )
        db.execute(
            "INSERT INTO event_cluster (id, sources, secret, kind, title, edtf, date_text,"
            " earliest, latest, place_id, modality) VALUES (?, 1, 0, ?, ?, ?, ?, ?, ?, ?, ?)",
            (id, *shown),
        )
        db.execute("INSERT INTO evidence VALUES (?, ?, ?, ?)", (id, source, id % 20, id % 20 + 10))
        db.execute(
            "INSERT INTO fact (id, source_id, start, stop, ordinal, statement, event_id, polarity,"
            " quoted, made_by) VALUES (?, ?, ?, ?, ?, ?, ?, 'affirmed', 0, 'machine:invented')",
            (id, source, id % 20, id % 20 + 10, id, title, id),
        )
        for at, one in enumerate(sorted(who)):
            db.execute("INSERT INTO participant VALUES (?, ?, 'participant')", (id, one))
            db.execute("INSERT INTO fact_about VALUES (?, ?, ?)", (id, at, one))
    db.execute(
        "INSERT INTO name (kind, ref_id, text, weight)"
        " SELECT 'event', id, title, 1 FROM event_cluster"
    )


MODALITIES = ("happened",) * 6 + ("reported", "planned", "denied", "uncertain")


def _when(rng: random.Random) -> tuple[str | None, str | None, str | None, str | None]:
    """Return EDTF, wording, earliest and latest: most a day, some coarser, open or none."""
    day = date(1970, 1, 1) + timedelta(days=int(20_000 * rng.random() ** 0.5))
    dice = rng.random()
    if dice < 0.6:
        edtf = day.isoformat() + rng.choice(("", "", "", "~"))
    elif dice < 0.8:
        edtf = f"{day:%Y-%m}"
    elif dice < 0.9:
        edtf = f"{day:%Y}"
    elif dice < 0.93:
        edtf = f"../{day:%Y}"
    else:
        return None, rng.choice((None, "last week")), None, None
    earliest, latest = bounds(edtf)
    first = earliest.isoformat() if earliest else None
    return edtf, edtf, first, latest.isoformat() if latest else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("out", type=Path)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--names", type=Path)
    which.add_argument("--entities", type=int, default=1000)
    parser.add_argument("--sources", type=int, default=0)
    parser.add_argument("--mentions", type=int, default=0)
    parser.add_argument("--events", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    rng = random.Random(given.seed)
    names = listed(given.names) if given.names else invented(given.entities, rng)
    spent = make_case(
        given.out,
        names,
        sources=given.sources,
        mentions=given.mentions,
        rng=rng,
        events=given.events,
    )
    print(*(f"{what} {seconds:.1f}" for what, seconds in spent.items()), file=sys.stderr)


if __name__ == "__main__":
    main()
