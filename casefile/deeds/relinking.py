"""Link what some sources say with the rest of the case, and tell it as lists show it.

Only what can have changed is looked at: accounts that share a block with those
of the sources, events near their days. Judgements of people stand; those of the
machine are made anew, and what comes out the same keeps its rows and ids.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from casefile.deeds.geography import Geography
from casefile.deeds.telling import names_of_entities, tell_entities, tell_events
from casefile.deeds.texts import Texts
from casefile.linking.citing import Publication, by_outlet, meant_source
from casefile.linking.conflicts import Known, disputes
from casefile.linking.entities import blocks, link_entities
from casefile.linking.events import link_events
from casefile.linking.fitting import CLOSE_DAYS
from casefile.linking.weighing import Knowledge
from casefile.model.accounts import EntityAccount, EventAccount, Judged
from casefile.model.words import EntityKind, Kind, Ref, Verdict
from casefile.search.features import of_name
from casefile.store.citations import outlets_cited, publications, set_cited
from casefile.store.clusters import (
    accounts_near,
    entity_clusters,
    event_accounts,
    events_near,
    ids_of_sources,
    left_behind,
    places_named,
    put_into_blocks,
    sources_of_entities,
    unblocked,
)
from casefile.store.conflicts import replace_conflicts
from casefile.store.index import replace_names
from casefile.store.judgements import (
    Judgement,
    human_judgements,
    recluster,
    replace_machine_judgements,
)
from casefile.store.stated import put_events_right
from casefile.store.store import Store


def relink(store: Store, sources: Sequence[int], *, now: str) -> None:
    """Link the findings of some sources with the rest, in one ``write()``."""
    with store.write():
        put_into_blocks(
            store,
            ((block, id) for id, kind, name in unblocked(store) for block in blocks(kind, name)),
        )
        clusters, moved, gone = _link_entities(store, sources, now)
        places = Geography(store, clusters)
        # Who took part decides what is one event: where somebody is another
        # entity now, the events of that source are linked again, too.
        events, gone_events = _link_events(store, sorted(moved.union(sources)), places, now)
        # An account that goes takes its cluster with it at once, but not its names.
        names: dict[Ref, dict[str, int]] = {ref: {} for ref in _still_named(store)}
        names |= {Ref(Kind.ENTITY, id): {} for id in gone}
        names |= {Ref(Kind.EVENT, id): {} for id in gone_events}
        names |= names_of_entities(store, clusters)
        names |= {Ref(Kind.EVENT, id): {title: 0} for id, title in sorted(events.items())}
        replace_names(store, names, of_name)
        _link_citations(store)
        put_events_right(store)
        store.run("set_linked", ids=json.dumps(list(sources)))


def _link_entities(
    store: Store, sources: Sequence[int], now: str
) -> tuple[set[int], set[int], list[int]]:
    """Link entities.

    Returns:
        The clusters looked at, the sources with another cluster now, the clusters gone.
    """
    accounts = accounts_near(store, sources)
    ids = [account.id for account in accounts]
    judged = _with_people(store, "entity", ids, link_entities(accounts, _homes(store, accounts)))
    mine = ids_of_sources(store, "entity", sources)
    _judge(store, "entity", ids, judged, mine, now)
    near = {*ids, *mine, *left_behind(store)}
    before = entity_clusters(store, near)
    clusters = recluster(store, "entity", sorted(near))
    after = entity_clusters(store, before)
    gone = tell_entities(store, clusters)
    moved = sources_of_entities(store, (id for id in before if before[id] != after[id]))
    return clusters, moved, gone


def _with_people(store: Store, kind: str, ids: Sequence[int], judged: list[Judged]) -> list[Judged]:
    """Leave out what a person has judged, whichever way."""
    decided = {(one.left, one.right) for one in human_judgements(store, kind, ids)}
    return [one for one in judged if (one.left, one.right) not in decided]


def _judge(
    store: Store,
    kind: str,
    ids: Sequence[int],
    judged: list[Judged],
    mine: Sequence[int],
    now: str,
) -> None:
    wanted = ((one.left, one.right, one.verdict, one.reason) for one in judged)
    replace_machine_judgements(store, kind, ids, wanted, renewed=set(mine), now=now)


def _homes(store: Store, accounts: Iterable[EntityAccount]) -> dict[int, str]:
    """Return for each source that names persons or bodies the country that it mentions most.

    All that the sources name is counted, not only what is looked at: else the
    answer would depend on which source came last.
    """
    from casefile.extraction.rules.words.gazetteer import load_gazetteer

    countries = load_gazetteer().countries
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    kinds = (EntityKind.PERSON, EntityKind.ORGANIZATION)
    naming = {one.source for one in accounts if one.kind in kinds and one.source}
    for source, name, mentions in places_named(store, naming):
        if name in countries:
            votes[source][countries[name]] += mentions
    return {
        source: max(count, key=lambda name: (count[name], name)) for source, count in votes.items()
    }


def _link_events(
    store: Store, sources: Sequence[int], places: Geography, now: str
) -> tuple[dict[int, str], list[int]]:
    """Link events; return the clusters that were looked at with their titles, and those gone."""
    mine = ids_of_sources(store, "event", sources)
    accounts, human = _events_near(store, sources, mine)
    ids = sorted({account.id for account in accounts}.union(mine))
    places.learn(accounts)
    apart = frozenset((one.left, one.right) for one in human if one.verdict is Verdict.DIFFERENT)
    texts = Texts(store)
    known = Knowledge(places.actor, places.fits, texts.told, places.kind)
    judged = link_events(accounts, known, apart=apart)
    _judge(store, "event", ids, _with_people(store, "event", ids, judged), mine, now)
    by_hand = _joined(human)
    clusters = event_accounts(store, recluster(store, "event", sorted(by_hand.union(ids))))
    titles, gone = tell_events(store, clusters, places)
    _note_conflicts(store, clusters, judged, apart, places, texts)
    return titles, gone


def _events_near(
    store: Store, sources: Sequence[int], mine: Iterable[int]
) -> tuple[list[EventAccount], list[Judgement]]:
    """Return the events that may be one with those of some sources, and what people judged of them.

    What a person joined may lie years apart, where linking does not look by itself: what
    is in doubt there stays in doubt.
    """
    by_hand: set[int] = set()
    while True:
        accounts = events_near(store, sources, close=CLOSE_DAYS, events=by_hand)
        ids = {account.id for account in accounts}.union(mine)
        human = human_judgements(store, "event", sorted(ids))
        if _joined(human) <= ids | by_hand:
            return accounts, human
        by_hand |= _joined(human)


def _joined(human: Iterable[Judgement]) -> set[int]:
    same = (one for one in human if one.verdict is Verdict.SAME)
    return {id for one in same for id in (one.left, one.right)}


def _note_conflicts(
    store: Store,
    clusters: Mapping[int, Sequence[EventAccount]],
    judged: Iterable[Judged],
    apart: Set[tuple[int, int]],
    places: Geography,
    texts: Texts,
) -> None:
    """Note where accounts of one event disagree, or of some that may be one.

    Events that may be one and differ in a field are one conflict about the first of them,
    whichever was told first. What a person judged to be two differs in nothing.
    """
    doubts = [
        (one.left, one.right)
        for one in judged
        if one.verdict is Verdict.UNSURE and (one.left, one.right) not in apart
    ]
    known = Known(places.within, places.name, texts.passage)
    wanted = {
        (about, found.field): [(value.value, value.source, value.span) for value in found.values]
        for about, found in disputes(clusters, doubts, known)
    }
    replace_conflicts(store, sorted(clusters), wanted)


def _link_citations(store: Store) -> None:
    known = by_outlet(Publication(*one) for one in publications(store))
    for source, citation, published in outlets_cited(store):
        cited = meant_source(citation.name, source, published, known)
        if cited != citation.cited:
            set_cited(store, source, citation.span, cited)


def forget_names(store: Store, things: Mapping[str, Iterable[int]]) -> None:
    """Let things be found by no name any more, inside ``write()``; by kind their ids."""
    named = (Kind.SOURCE, Kind.ENTITY, Kind.EVENT)
    gone = (Ref(kind, id) for kind in named for id in sorted(things.get(kind.value, ())))
    replace_names(store, {ref: {} for ref in gone}, of_name)


def forget_former_names(store: Store) -> None:
    """Let what went from a text be found by no name any more, inside ``write()``."""
    replace_names(store, {ref: {} for ref in _still_named(store)}, of_name)


def _still_named(store: Store) -> list[Ref]:
    return [Ref(Kind(row["kind"]), row["id"]) for row in store.rows("names_of_former")]


def index_source_title(store: Store, source: int, title: str) -> None:
    """Let a source be found by its title, inside ``write()``."""
    replace_names(store, {Ref(Kind.SOURCE, source): {title: 0}}, of_name)
