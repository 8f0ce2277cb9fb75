"""A case with events, people and places as tests need them, written row by row."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from casefile.core.edtf import bounds
from casefile.core.folding import fold, spaced
from casefile.search.features import of_name
from casefile.store.index import index_names
from casefile.store.store import Store

SENTENCE = "Envoys met in the harbour, said one who was there. "
TEXT = SENTENCE * 20
"""Each event stands on the first word of a sentence of its own."""


@dataclass(frozen=True)
class Told:
    """An event: its title, date, who took part and where it was."""

    title: str
    edtf: str | None = None
    who: Sequence[str] = ()
    place: str | None = None
    modality: str = "happened"


HARBOUR = (
    Told("Meeting at the pier", "2016-09-03/2016-09-04", ("Ilse Brandt", "Rosa Okafor"), "Tokyo"),
    Told("Visit to the docks", "2014~", ("Ilse Brandt", "Tomas Ruiz"), "Osaka"),
    Told("Planned talks", "2016-11", ("Rosa Okafor", "Ilse Brandt"), "Tokyo", "planned"),
    Told("Founding of the yard", "../2001", ("Tomas Ruiz",), "Paris"),
    Told("Strike at the yard", "2017/..", ("Tomas Ruiz", "Rosa Okafor"), "Port Nowhere"),
    Told("Talks nobody dates", None, ("Ilse Brandt", "Tomas Ruiz"), None, "reported"),
    Told("港での会談と長い長い題名がここに続く", "2015-05-05", ("Ilse Brandt",), "Osaka"),
)
"""Dates of every sort; one title is in wide characters."""

PLACES = ("Japan", "Tokyo", "Osaka", "Paris", "Port Nowhere")


def make_case(path: Path, told: Sequence[Told] = HARBOUR, places: Sequence[str] = PLACES) -> Path:
    """Write a case of one source that tells the events, each in a stretch of its own."""
    store = Store(path, create=True)
    with store.write() as db:
        run = db.conn.execute
        run(
            "INSERT INTO source (id, sha256, path, format, codec, label, title, published,"
            " published_earliest, published_latest, characters, linked) VALUES (1, ?, 'a.txt',"
            " 'text', 'utf-8', 'Harbour news', 'Harbour news', '2018-01-02', '2018-01-02',"
            " '2018-01-02', ?, 1)",
            ("0" * 64, len(TEXT)),
        )
        run("INSERT INTO source_text VALUES (1, ?)", (TEXT,))
        run("INSERT INTO source_words (rowid, words) VALUES (1, ?)", (spaced(TEXT),))
        people = dict.fromkeys(name for one in told for name in one.who)
        ids = {name: at for at, name in enumerate((*people, *places), 1)}
        for name, id in ids.items():
            kind = "place" if name in places else "person"
            run(
                "INSERT INTO entity (id, source_id, kind, name, folded, cluster_id)"
                " VALUES (?, 1, ?, ?, ?, ?)",
                (id, kind, name, fold(name), id),
            )
            run(
                "INSERT INTO entity_cluster (id, kind, name, mentions, sources)"
                " VALUES (?, ?, ?, ?, 1)",
                (id, kind, name, 100 - id),
            )
            run("INSERT INTO name (kind, ref_id, text, weight) VALUES ('entity', ?, ?, 1)",
                (id, name))  # fmt: skip
        for id, one in enumerate(told, 1):
            stretch = (len(SENTENCE) * (id - 1), len(SENTENCE) * (id - 1) + len("Envoys"))
            first, last = bounds(one.edtf) if one.edtf else (None, None)
            dates = (one.edtf, one.edtf, first and first.isoformat(), last and last.isoformat())
            shown = (one.title, *dates, ids.get(one.place or ""), one.modality)
            run(
                "INSERT INTO event (id, source_id, kind, anchor, ordinal, title, date_text, edtf,"
                " earliest, latest, place_id, modality, secret, cluster_id)"
                " VALUES (?, 1, 'meeting', ?, 0, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
                (id, id, *shown, id),
            )
            run(
                "INSERT INTO event_cluster (id, kind, title, date_text, edtf, earliest, latest,"
                " place_id, modality, secret, sources)"
                " VALUES (?, 'meeting', ?, ?, ?, ?, ?, ?, ?, 0, 1)",
                (id, *shown),
            )
            run("INSERT INTO evidence VALUES (?, 1, ?, ?)", (id, *stretch))
            run(
                "INSERT INTO fact (id, source_id, start, stop, ordinal, statement, event_id,"
                " polarity, quoted, made_by)"
                " VALUES (?, 1, ?, ?, 0, ?, ?, 'affirmed', 0, 'machine:rules')",
                (id, *stretch, f"It is said: {one.title}.", id),
            )
            run("INSERT INTO name (kind, ref_id, text, weight) VALUES ('event', ?, ?, 1)",
                (id, one.title))  # fmt: skip
            for at, name in enumerate(one.who):
                run("INSERT INTO participant VALUES (?, ?, 'participant')", (id, ids[name]))
                run("INSERT INTO fact_about VALUES (?, ?, ?)", (id, at, ids[name]))
        index_names(store, of_name)
    store.close()
    return path
