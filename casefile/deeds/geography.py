"""What the gazetteer knows of the places of a case, by entity."""

import json
from collections.abc import Iterable

from casefile.extraction.rules.words.gazetteer import load_gazetteer
from casefile.linking.naming import cluster_kind, cluster_name
from casefile.model.accounts import EventAccount
from casefile.model.words import EntityKind, Kind
from casefile.store.clusters import as_accounts, members
from casefile.store.corrections import corrections
from casefile.store.store import Store


class Geography:
    """Containment of places and who acts for which country, for some entities."""

    def __init__(self, store: Store, entities: Iterable[int]) -> None:
        """Look up entities (clusters); :meth:`learn` adds those of events."""
        self._store = store
        self._gazetteer = load_gazetteer()
        self._names: dict[int, str] = {}
        self._kinds: dict[int, EntityKind] = {}
        self.actor: dict[int, int] = {}
        """For a government its country, where both are in the case."""
        self._look_up(set(entities))

    def learn(self, accounts: Iterable[EventAccount]) -> None:
        """Look up the places and participants of events, where they are not known yet."""
        found = set()
        for account in accounts:
            found |= {entity for entity, _ in account.participants}
            if account.place is not None:
                found.add(account.place)
        self._look_up(found - self._names.keys())

    def name(self, place: int) -> str:
        """Return the name of an entity that was looked up."""
        return self._names.get(place, "")

    def kind(self, entity: int) -> EntityKind | None:
        """Return the kind of an entity; None where it was not looked up."""
        self._store.breathe()
        return self._kinds.get(entity)

    def within(self, inner: int, outer: int) -> bool:
        """Tell whether the first place is the second, or lies in it."""
        if inner == outer:
            return True
        one, other = self.name(inner), self.name(outer)
        if not one or not other:
            return False
        country = self._gazetteer.country_of(one)
        return country is not None and country == self._gazetteer.countries.get(other)

    def fits(self, one: int, other: int) -> bool:
        """Tell whether two places may be one: the same, one in the other, or too vague."""
        self._store.breathe()
        if self.within(one, other) or self.within(other, one):
            return True
        known = [self._gazetteer.place(self.name(place)) for place in (one, other)]
        return None in known

    def _take_as_told(self, entities: set[int]) -> None:
        """Take names and kinds as sources have them: a name put right moves no event."""
        renamed = corrections(self._store, Kind.ENTITY, entities)
        for id, accounts in members(self._store, renamed).items() if renamed else ():
            told = as_accounts(accounts)
            self._names[id], self._kinds[id] = cluster_name(told), cluster_kind(told)

    def _look_up(self, entities: set[int]) -> None:
        if not entities:
            return
        rows = self._store.rows("entity_rows", ids=json.dumps(sorted(entities)))
        self._names |= {row["id"]: row["name"] for row in rows}
        self._kinds |= {row["id"]: EntityKind(row["kind"]) for row in rows}
        self._take_as_told(entities)
        countries = {name: id for id, name in sorted(self._names.items(), reverse=True)}
        for country, government in self._gazetteer.governments.items():
            if government in countries and country in countries:
                self.actor[countries[government]] = countries[country]
