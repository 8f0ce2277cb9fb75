"""The footnotes of a document: what notes point to, each once, in the order of the text."""

from collections.abc import Callable

from casefile.core.clashes import FIRST
from casefile.core.folding import fold
from casefile.deeds.clashing import clash_numbered
from casefile.deeds.pointing import destination
from casefile.errors import UnknownRef
from casefile.exchange import footnotes
from casefile.exchange.escaping import escaped
from casefile.model.rows import Entity, Event, Fact, Source
from casefile.model.words import Kind, Ref
from casefile.store.conflicts import conflicts_about, get_conflict
from casefile.store.entities import get_entity
from casefile.store.events import get_event
from casefile.store.facts import fact_ids, get_fact, get_facts
from casefile.store.notes import get_note
from casefile.store.passages import passages
from casefile.store.searches import get_search
from casefile.store.sources import get_source
from casefile.store.store import Store


class Footnotes:
    """Numbers what is cited, and says of each what a footnote says."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._sources: dict[int, Source] = {}
        self._numbers: dict[Ref | str, int] = {}
        self.texts: list[str] = []
        """What each footnote says, from number 1: a line of Markdown, perhaps a list below it."""

    @property
    def sources(self) -> list[Source]:
        """All sources that were asked for, by their numbers."""
        return [self._sources[id] for id in sorted(self._sources)]

    def source(self, id: int) -> Source:
        """Return a source, to be listed at the end."""
        if id not in self._sources:
            self._sources[id] = get_source(self._store, id)
        return self._sources[id]

    def put(self, words: str) -> tuple[str, bool]:
        """Return what stands for ``[[words]]`` in Markdown, and whether that is a mark alone.

        An entity is named in plain words. It has a footnote where these do not tell all:
        at first where it is called otherwise, always where a reader doubts it.
        """
        ref = destination(self._store, words)
        if ref is None:
            is_ref = _is_ref(words)
            mark = self._mark(words, lambda: footnotes.of_unknown(words, is_ref=is_ref))
            return (mark, True) if is_ref else (escaped(words) + mark, False)
        if ref.kind is Kind.ENTITY:
            return self._named(words, get_entity(self._store, ref.id)), False
        return self.mark(ref), True

    def mark(self, ref: Ref) -> str:
        """Return the mark of the footnote of a thing that is in the case."""
        return self._mark(ref, lambda: self._of(ref))

    def _mark(self, key: Ref | str, said: Callable[[], str]) -> str:
        if key not in self._numbers:
            self.texts.append(said())
            self._numbers[key] = len(self.texts)
        return f"[^{self._numbers[key]}]"

    def _named(self, words: str, entity: Entity) -> str:
        name = entity.row.name if _is_ref(words) else words
        is_doubted = bool(footnotes.doubted(entity)) or entity.row.lost
        is_first = entity.row.ref not in self._numbers
        if is_doubted or (is_first and fold(name) != fold(entity.row.name)):
            return escaped(name) + self._mark(entity.row.ref, lambda: footnotes.of_entity(entity))
        return escaped(name)

    def _of(self, ref: Ref) -> str:
        store = self._store
        if ref.kind is Kind.FACT:
            fact = get_fact(store, ref.id)
            return footnotes.of_fact(fact, self.quote_of(fact), self.source(fact.source.id))
        if ref.kind is Kind.EVENT:
            return self._of_event(get_event(store, ref.id))
        if ref.kind is Kind.SOURCE:
            return f"{footnotes.cited(self.source(ref.id))}."
        if ref.kind is Kind.CONFLICT:
            return f"Differing accounts. {self._of_conflict(ref)} ({ref})"
        if ref.kind is Kind.NOTE:
            return footnotes.of_note(get_note(store, ref.id))
        return f"The saved search {footnotes.quoted(get_search(store, ref.id).line)} ({ref})."

    def quote_of(self, fact: Fact) -> str:
        """Return the words that a fact stands on, or stood on."""
        return fact.gone or fact.span.of(self.source(fact.source.id).text)

    def _of_event(self, event: Event) -> str:
        ref = event.row.ref
        facts = get_facts(self._store, fact_ids(self._store, ref))
        told = []
        for one in passages(self._store, ref):
            on = [
                fact
                for fact in facts
                if fact.source == one.source and fact.gone is None and fact.span.overlaps(one.span)
            ]
            told.append((one.quote, on, self.source(one.source.id)))
        differ = [self._of_conflict(one.ref) for one in conflicts_about(self._store, ref)]
        return footnotes.of_event(event, told, differ)

    def _of_conflict(self, ref: Ref) -> str:
        if ref.id >= FIRST:
            return footnotes.of_clash(clash_numbered(self._store, ref.id))
        conflict = get_conflict(self._store, ref.id)
        return footnotes.of_conflict(conflict, [self.source(v.source.id) for v in conflict.values])


def _is_ref(words: str) -> bool:
    try:
        Ref.parse(words)
    except UnknownRef:
        return False
    return True
