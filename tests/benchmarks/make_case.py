"""Make a case file of any size to measure by.

    python -m tests.benchmarks.make_case OUT [--names FILE | --entities N] [--sources N]
        [--mentions N] [--events N] [--articles CHARACTERS ...] [--seed S]

FILE is tab-separated: entity id, kind (person, organization, place; anything else is
"other"), name; the most prominent first. Names of one id are names of one entity.
Without a list the names are invented: syllables joined at random, so they are no test
of how well real names are found. Sources hold invented sentences with the mentions in
them, and have an account of each entity they name, as real ones have. An entity that no
source mentions is one that a reader made. Events are invented, too: of two entities of a
source each, with a fact about them, dated as reports date them. Each of --articles is one
more source of about so many characters, the last ones by number.
"""

import argparse
import random
import sys
import time
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from casefile.core.edtf import bounds
from casefile.core.folding import fold, spaced
from casefile.deeds.othernames import with_others
from casefile.linking.entities import blocks
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
    """Yield entities of one name each; no two of a kind have the same."""
    taken: set[tuple[str, str]] = set()
    for id in range(1, count + 1):
        kind, name = "", ""
        while not name or (kind, name) in taken:
            kind = rng.choice(KINDS)
            name = " ".join(_word(rng) for _ in range(rng.choice((1, 2, 2, 2, 3))))
        taken.add((kind, name))
        yield id, kind, name


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
    articles: Sequence[int] = (),
) -> dict[str, float]:
    """Make the file; return seconds spent on rows and on the index of names.

    Memory is bounded by the names: about 1 kB for each.

    Args:
        articles: Characters of further sources, with a mention about every hundred.
    """
    out.unlink(missing_ok=True)
    store = Store(out, create=True)
    # It is made once, for measuring: what a crash spoils is made again.
    store.database.conn.execute("PRAGMA synchronous=OFF")
    store.database.conn.execute("PRAGMA cache_size=-262144")
    began = time.process_time()
    with store.write():
        told = Told(names)
        shares = [
            mentions * (at + 1) // sources - mentions * at // sources for at in range(sources)
        ]
        _put_sources(store, told, shares + [size // 100 for size in articles], rng)
    with store.write():
        _put_clusters(store, told)
        _put_events(store, events, rng)
    written = time.process_time()
    with store.write():
        index_names(store, of_name)
    done = time.process_time()
    store.close()
    return {"rows_s": written - began, "index_s": done - written}


class Told:
    """The entities, and how much was told of each."""

    def __init__(self, names: Iterable[Named]) -> None:
        self.kinds: list[str] = []
        self.names: list[tuple[str, ...]] = []
        known: dict[int, int] = {}
        for entity, kind, name in names:
            at = known.setdefault(entity, len(self.names))
            if at == len(self.names):
                self.kinds.append(kind)
                self.names.append((name,))
            else:
                self.names[at] = (*self.names[at], name)
        blank = array("q", bytes(8 * len(self.names)))
        self.cluster, self.mentions, self.sources = blank[:], blank[:], blank[:]
        self.first, self.last = blank[:], blank[:]

    def folded(self, at: int) -> str:
        """Return the name of an entity by which accounts of it are told apart."""
        return fold(self.names[at][0])

    def tell(self, at: int, account: int, mentions: int, year: int) -> int:
        """Note that a source tells of an entity; return the cluster of that account."""
        self.cluster[at] = self.cluster[at] or account
        self.mentions[at] += mentions
        self.sources[at] += 1
        self.first[at] = min(self.first[at] or year, year)
        self.last[at] = max(self.last[at], year)
        return self.cluster[at]


def _put_sources(store: Store, told: Told, shares: Sequence[int], rng: random.Random) -> None:
    run, many = store.database.conn.execute, store.database.conn.executemany
    top, last = len(told.names), 0
    for source, share in enumerate(shares, 1):
        # Cubing makes the first of the list prominent, as in real reports.
        chosen = _told_apart(
            told, (int(top * rng.random() ** 3) for _ in range(share if top else 0))
        )
        accounts = {at: last + n for n, at in enumerate(dict.fromkeys(chosen), 1)}
        last += len(accounts)
        text, rows = _text(told, chosen, rng)
        day = date(1990, 1, 1) + timedelta(days=int(12_000 * rng.random() ** 0.5))
        label = text[:60].strip()
        dated = (None,) * 4 if rng.random() < 0.1 else (day.isoformat(),) * 3 + ("metadata",)
        run(
            "INSERT INTO source (id, sha256, path, format, codec, label, publisher, published,"
            " published_earliest, published_latest, published_basis, characters, linked)"
            " VALUES (?, ?, ?, 'text', 'utf-8', ?, ?, ?, ?, ?, ?, ?, 1)",
            (
                source,
                f"{source:064x}",
                f"{source}.txt",
                label,
                rng.choice(PAPERS),
                *dated,
                len(text),
            ),
        )
        run("INSERT INTO source_text (source_id, text) VALUES (?, ?)", (source, text))
        run("INSERT INTO source_words (rowid, words) VALUES (?, ?)", (source, spaced(text)))
        counted = Counter(chosen)
        many(
            "INSERT INTO entity (id, source_id, kind, name, folded, cluster_id)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                (id, source, told.kinds[at], told.names[at][0], told.folded(at),
                 told.tell(at, id, counted[at], day.year))
                for at, id in accounts.items()
            ),
        )  # fmt: skip
        many(
            "INSERT INTO judgement (kind, left_id, right_id, judgement, reason, made_by, made_at)"
            " VALUES ('entity', ?, ?, 'same', 'same name', 'machine:linking', ?)",
            (
                (told.cluster[at], id, day.isoformat())
                for at, id in accounts.items()
                if told.cluster[at] != id
            ),
        )
        many(
            "INSERT INTO entity_block (block, entity_id) VALUES (?, ?)",
            (
                (block, id)
                for at, id in accounts.items()
                for block in blocks(EntityKind(told.kinds[at]), told.names[at][0])
            ),
        )
        many(
            "INSERT INTO mention (source_id, start, stop, entity_id, kind, form)"
            " VALUES (?, ?, ?, ?, 'name', ?)",
            ((source, start, stop, accounts[at], form) for start, stop, at, form in rows),
        )
    _put_untold(store, told, last)


def _told_apart(told: Told, chosen: Iterable[int]) -> list[int]:
    """Take entities of one kind and name, which a source cannot tell apart, for the first."""
    first: dict[tuple[str, str], int] = {}
    return [first.setdefault((told.kinds[at], told.folded(at)), at) for at in chosen]


def _put_untold(store: Store, told: Told, last: int) -> None:
    """Put in the entities that no source names: readers made them."""
    rows = []
    for at in (at for at, cluster in enumerate(told.cluster) if not cluster):
        last += 1
        told.cluster[at] = last
        name = told.names[at][0]
        rows.append((last, told.kinds[at], name, fold(name), last))
    store.database.conn.executemany(
        "INSERT INTO entity (id, kind, name, folded, cluster_id) VALUES (?, ?, ?, ?, ?)", rows
    )


def _text(
    told: Told, chosen: Sequence[int], rng: random.Random
) -> tuple[str, list[tuple[int, int, int, str]]]:
    """Return a text with mentions of entities: start, stop, entity, form."""
    parts, rows, at = [], [], 0
    for one in chosen:
        before = " ".join(rng.choices(FILLER, k=rng.randint(3, 15))) + " "
        name = rng.choice(told.names[one])
        rows.append((at + len(before), at + len(before) + len(name), one, name))
        end = ".\n\n" if rng.random() < 0.1 else ". "
        parts += [before, name, end]
        at += len(before) + len(name) + len(end)
    return "".join(parts) or " ".join(rng.choices(FILLER, k=40)), rows


def _put_clusters(store: Store, told: Told) -> None:
    run, many = store.database.conn.execute, store.database.conn.executemany
    order = sorted(range(len(told.names)), key=lambda at: told.cluster[at])
    many(
        "INSERT INTO entity_cluster (id, kind, name, mentions, sources, first_year, last_year)"
        " VALUES (?, ?, ?, ?, ?, nullif(?, 0), nullif(?, 0))",
        (
            (told.cluster[at], told.kinds[at], told.names[at][0], told.mentions[at],
             told.sources[at], told.first[at], told.last[at])
            for at in order
        ),
    )  # fmt: skip
    many(
        "INSERT INTO name (kind, ref_id, text, weight) VALUES ('entity', ?, ?, ?)",
        (
            (told.cluster[at], name, weight)
            for at in order
            for name, weight in with_others(
                EntityKind(told.kinds[at]),
                dict.fromkeys(told.names[at], told.mentions[at]),
            ).items()
        ),
    )
    run("INSERT INTO name (kind, ref_id, text, weight) SELECT 'source', id, label, 0 FROM source")


PAPERS = ("The Harbour Post", "Northern Wire", "Lakeside Courier", "The Evening Ledger", None)


def _put_events(store: Store, events: int, rng: random.Random) -> None:
    """Put in events of two entities that one source names, with the fact that tells of each."""
    run = store.database.conn.execute
    [(sources,)] = run("SELECT coalesce(max(id), 0) FROM source")
    for id in range(1, events + 1 if sources else 0):
        source, when = rng.randint(1, sources), _when(rng)
        there = run(
            "SELECT id, name, kind FROM entity WHERE source_id = ? ORDER BY id LIMIT 50", (source,)
        ).fetchall()
        if not there:
            continue
        who = sorted(rng.sample(there, min(2, len(there))), key=tuple)
        kind, modality = rng.choice(("meeting", "visit", "statement")), rng.choice(MODALITIES)
        title = f"{kind.capitalize()} of {' and '.join(name for _, name, _ in who)}"
        places = [one for one, _, kind in there if kind == "place"]
        place = rng.choice(places) if places and rng.random() < 0.5 else None
        shown = (kind, title, *when, place, modality)
        at = rng.randint(0, 50)
        run(
            "INSERT INTO event (id, source_id, anchor, ordinal, secret, cluster_id, kind, title,"
            " edtf, date_text, earliest, latest, place_id, modality)"
            " VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (id, source, at, id, id, *shown),
        )
        run(
            "INSERT INTO event_cluster (id, sources, secret, kind, title, edtf, date_text,"
            " earliest, latest, place_id, modality) VALUES (?, 1, 0, ?, ?, ?, ?, ?, ?, ?, ?)",
            (id, *shown),
        )
        run("INSERT INTO evidence VALUES (?, ?, ?, ?)", (id, source, at, at + 40))
        run(
            "INSERT INTO fact (id, source_id, start, stop, ordinal, statement, event_id, polarity,"
            " quoted, made_by) VALUES (?, ?, ?, ?, ?, ?, ?, 'affirmed', 0, 'machine:invented')",
            (id, source, at, at + 40, id, title, id),
        )
        run("INSERT INTO fact_words (rowid, words) VALUES (?, ?)", (id, spaced(title)))
        for position, (one, _, _) in enumerate(who):
            run("INSERT INTO participant VALUES (?, ?, 'participant')", (id, one))
            run("INSERT INTO fact_about VALUES (?, ?, ?)", (id, position, one))
    run(
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
    parser.add_argument("--articles", type=int, nargs="*", default=[], metavar="CHARACTERS")
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
        articles=given.articles,
    )
    print(*(f"{what} {seconds:.1f}" for what, seconds in spent.items()), file=sys.stderr)


if __name__ == "__main__":
    main()
