"""Give undated sources a date from the company they keep."""

from collections import defaultdict

from casefile.linking.publication import Company, infer_published
from casefile.model.article import Published
from casefile.model.words import PartialDate, SourceId
from casefile.store.dates import partial_date
from casefile.store.sources import candidates
from casefile.store.store import Store


def dates_by_company(store: Store) -> list[tuple[SourceId, Published | None]]:
    """Return the sources whose date the reports about the same people change.

    With the date that they decide now; None where one that they decided before
    is open again. Only reports that are dated by themselves are company, so the
    answer does not depend on what came first.
    """
    undated = store.rows("undated_sources")
    company = _company(store) if undated else []
    found = []
    for row in undated:
        id = SourceId(row["id"])
        persons = {one["cluster_id"] for one in store.rows("persons_of_source", id=id)}
        published = infer_published(candidates(store, id), persons, company)
        if (published.date.edtf if published else None) != row["published"]:
            found.append((id, published))
    return found


def _company(store: Store) -> list[Company]:
    persons: dict[int, set[int]] = defaultdict(set)
    dates: dict[int, PartialDate] = {}
    for row in store.rows("dated_persons"):
        persons[row["source_id"]].add(row["cluster_id"])
        when = partial_date({"date_text": "", "edtf": None, **dict(row)})
        assert when is not None
        dates[row["source_id"]] = when
    return [Company(id, dates[id], frozenset(found)) for id, found in persons.items()]
