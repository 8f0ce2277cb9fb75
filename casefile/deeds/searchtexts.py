"""What holds the words of a reading of the query line: texts of sources, facts and notes."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import islice

from casefile.core.folding import CJK, fold
from casefile.core.graphemes import whole
from casefile.deeds.searchpace import Pace
from casefile.deeds.searchrows import rows_of, scored
from casefile.model.rows import Hit
from casefile.model.words import Kind, Ref, Span
from casefile.search.line import Reading, Shape, Term, shunned, sought
from casefile.search.linefit import ends_so
from casefile.search.linemarks import Words, first_place, marked
from casefile.search.marking import matched
from casefile.store.fulltext import RANKED, Row, matching
from casefile.store.notes import get_notes
from casefile.store.passages import around
from casefile.store.sources import text_of, texts_of
from casefile.store.store import Store

_LEAD = 60
"""Characters of the sentence shown before a hit in a text, at most."""

_READ_TOGETHER = 10
"""Texts that are read at once, to show where the words stand: each can be a megabyte."""

_READ_AT_A_KEY = 200
"""Texts that are read at a key to see how they end: 100 us each."""

_MOST = {"notes": 60.0, "text": 50.0, "facts": 50.0}
"""What a hit by its words scores at most: below every name that fits, and the reader's own
words before the sources'. Each place further down takes a tenth."""


class Texts:
    """The full-text index as one search asks it."""

    def __init__(self, store: Store, pace: Pace) -> None:
        """Ask it thoroughly, or for the newest where very many hold the words."""
        self._store, self._pace = store, pace
        self._ranked = None if pace.ranks_all else RANKED

    def holding(self, reading: Reading, places: Collection[str], *, limit: int) -> list[Hit]:
        """Return what holds the words of a reading, each place best first: notes, texts, facts.

        A text is one hit, the passage where its words stand first; see :func:`shown`.
        """
        if any(term.shape is Shape.SOUND for term in sought(reading)):
            return []
        found: list[Hit] = []
        for place, kind in (("notes", Kind.NOTE), ("text", Kind.SOURCE), ("facts", Kind.FACT)):
            if place in places:
                name = "text" if kind is Kind.SOURCE else kind.value
                hits = self._holding(kind, reading, limit)
                found += [
                    scored(hit, _MOST[place] - 0.1 * rank, kind=name, why=f"in the {name}")
                    for rank, hit in enumerate(hits)
                ]
        return found

    def _holding(self, kind: Kind, reading: Reading, limit: int) -> list[Hit]:
        store = self._store
        unwanted = [_row(term) for term in shunned(reading) if not term.ends]
        found = matching(
            store,
            kind,
            rows_wanted(reading),
            unwanted,
            limit=limit,
            ranked=self._ranked,
            work=self._pace.work,
        )
        self._pace.is_hurried = self._pace.is_hurried or not found.is_ranked
        terms = (*sought(reading), *shunned(reading))
        endings = [(term, term.negated) for term in terms if term.ends]
        ids = found.ids
        if endings:
            most = self._pace.most(_READ_AT_A_KEY, None)
            self._pace.stopped(at=len(ids), of=most)
            ids = ids[:most]
        hits = rows_of(store, [Ref(kind, id) for id in ids])
        return [hit for hit in hits if _ends(store, hit, endings)] if endings else hits


def shown(
    store: Store, hits: Sequence[Hit], readings: Sequence[Reading], *, passages: int | None = None
) -> list[Hit]:
    """Return the hits with their words marked, and those in texts with the passage.

    It is apart from finding them because it reads the texts: only what is shown is read. With
    ``passages`` a text that is not of the first so many hits is not read but told by its source.
    """
    most = len(hits) if passages is None else passages
    words = [_words(sought(reading)) for reading in readings]
    typed = " ".join(fold(one.text) for row in words for one in row)
    found: list[Hit] = []
    for at in range(0, len(hits), _READ_TOGETHER):
        some = hits[at : at + _READ_TOGETHER]
        in_texts = [
            hit.ref.id for hit in hits[at : min(at + _READ_TOGETHER, most)] if hit.kind == "text"
        ]
        texts = texts_of(store, in_texts) if in_texts else {}
        found += [
            (_in_text(hit, texts.get(hit.ref.id, ""), words) if place < most else _bare(hit))
            if hit.kind == "text"
            else _shown(store, hit, words, typed)
            for place, hit in enumerate(some, at)
        ]
    return found


def is_bare(hit: Hit) -> bool:
    """Tell whether a hit in a text is without its passage."""
    return hit.kind == "text" and hit.span is None


def rows_wanted(reading: Reading) -> list[Row]:
    """Return what is to stand in a text; the last word that may have typos may go on."""
    terms = sought(reading)
    last = terms[-1] if terms else None
    return [_row(term, may_go_on=term is last) for term in terms]


def _ends(store: Store, hit: Hit, endings: Sequence[tuple[Term, bool]]) -> bool:
    text = _whole(store, hit)
    return all(ends_so(term, text) != negated for term, negated in endings)


def _whole(store: Store, hit: Hit) -> str:
    if hit.ref.kind is Kind.SOURCE:
        return text_of(store, hit.ref.id)
    return get_notes(store, [hit.ref.id])[0].body if hit.ref.kind is Kind.NOTE else hit.label


def _row(term: Term, *, may_go_on: bool = False) -> Row:
    if term.shape is Shape.PART:
        may_go_on = not term.ends
    elif term.shape is Shape.WHOLE:
        may_go_on = term.is_open
    return Row(term.text, may_go_on, term.begins)


def _words(terms: Sequence[Term]) -> list[Words]:
    last = terms[-1] if terms else None
    return [Words(row.text, row.may_go_on) for row in (_row(t, may_go_on=t is last) for t in terms)]


def _shown(store: Store, hit: Hit, readings: Sequence[Sequence[Words]], typed: str) -> Hit:
    every = [one for words in readings for one in words]
    if hit.kind == "note":
        body = get_notes(store, [hit.ref.id])[0].body
        hit = replace(hit, label=_told(body, _place(body, readings)))
    elif hit.kind != "fact":
        ranges = matched(typed, hit.label)
        # Made anew: dataclasses.replace takes three times as long, 8 us a row.
        return Hit(hit.ref, hit.kind, hit.label, hit.detail, hit.score, ranges, hit.span, hit.why)
    return replace(hit, matched=marked(hit.label, every))


def _in_text(hit: Hit, text: str, readings: Sequence[Sequence[Words]]) -> Hit:
    span = _place(text, readings)
    if span is None:
        # The index folds a letter as we do not: the source is found all the same.
        return _bare(hit)
    before, after = around(text, span)
    if len(before) > _LEAD:
        before = "…" + before[-_LEAD:].partition(" ")[2]
    label = f"{before}{span.of(text)}{after}".replace("\n", " ")
    here = whole(label, len(before), len(before) + span.end - span.start)
    every = (one for words in readings for one in words)
    ranges = sorted({here, *(one for one in marked(label, every) if _apart(one, here))})
    return Hit(hit.ref, hit.kind, label, hit.label, hit.score, tuple(ranges), span, hit.why)


def _bare(hit: Hit) -> Hit:
    return replace(hit, detail=hit.label)


def _apart(left: tuple[int, int], right: tuple[int, int]) -> bool:
    return left[1] <= right[0] or right[1] <= left[0]


def _place(text: str, readings: Sequence[Sequence[Words]]) -> Span | None:
    places = (first_place(text, words) for words in readings)
    return next(filter(None, places), None)


def _told(body: str, place: Span | None) -> str:
    """Return the first line of a note, and the line of the hit where it is another."""
    head = body.partition("\n")[0]
    if place is None or place.start <= len(head):
        return head
    start = body.rfind("\n", 0, place.start) + 1
    return f"{head} … {body[start:].partition(chr(10))[0]}"


def missing_words(reading: Reading) -> list[str]:
    """Return the words of a reading that may be misspelt: three letters at least, no CJK."""
    words = (
        word
        for term in sought(reading)
        if term.shape is Shape.FUZZY
        for word in fold(term.text).split()
        if len(word) > 2 and not any(CJK[0] <= sign for sign in word)
    )
    return list(islice(dict.fromkeys(words), 8))
