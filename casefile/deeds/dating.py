"""Give undated sources a date from the company they keep."""

from collections import defaultdict

from casefile.linking.publication import Company, infer_published
from casefile.model.words import PartialDate, SourceId
from casefile.store.dates import partial_date
from casefile.store.sources import candidates, set_published
from casefile.store.store import Store


def date_by_company(store: Store) -> list[SourceId]:
    """Date what dated reports about the same people decide; return what was dated."""
    dated = []
    company = _company(store)
    for row in store.rows("undated_sources"):
        id = SourceId(row["id"])
        persons = {one["cluster_id"] for one in store.rows("persons_of_source", id=id)}
        published = infer_published(candidates(store, id), persons, company)
        if published is not None:
            with store.write():
                set_published(store, id, published)
            dated.append(id)
    return dated


def _company(store: Store) -> list[Company]:
    persons: dict[int, set[int]] = defaultdict(set)
    dates: dict[int, PartialDate] = {}
    for row in store.rows("dated_persons"):
        persons[row["source_id"]].add(row["cluster_id"])
        when = partial_date({"date_text": "", "edtf": None, **dict(row)})
        assert when is not None
        dates[row["source_id"]] = when
    return [Company(id, dates[id], frozenset(found)) for id, found in persons.items()]
