"""What is found otherwise in a source whose lines are said to be something else; nothing is done.

The source is read twice, as it is and as it would be, and what differs is told by name.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from casefile.core.labelling import relabelled
from casefile.core.nouns import count_of
from casefile.deeds.refreshing import extracted
from casefile.deeds.relabelling import changed_lines
from casefile.errors import NoEngine, NotExtracted
from casefile.extraction.engine import Engine
from casefile.extraction.engines import DEFAULT
from casefile.extraction.engines import engine as engine_named
from casefile.model.article import Article
from casefile.model.words import Kind, Ref, Span
from casefile.store.findings import engine_of
from casefile.store.sources import get_article
from casefile.store.store import Store

Place = tuple[Kind, int | None, int | None, str]
"""What is found: its kind, where it stands (an event in more than one place), its words."""

NOUNS: Mapping[Kind, str] = {Kind.ENTITY: "mention", Kind.FACT: "fact", Kind.EVENT: "event"}


@dataclass(frozen=True, slots=True)
class Found:
    """A name at one place, a fact, or an event."""

    kind: Kind
    words: str
    ref: Ref | None
    """The entity that is named, the fact, the event; None for what is not there yet."""

    @property
    def noun(self) -> str:
        """``mention``, ``fact`` or ``event``."""
        return NOUNS[self.kind]


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What would be found no longer, and what would be found newly: names, facts, events."""

    gone: tuple[Found, ...]
    come: tuple[Found, ...]

    @property
    def counts(self) -> dict[str, int]:
        """``mentions``, ``facts`` and ``events``: how many would go."""
        counts = Counter(one.kind for one in self.gone)
        return {f"{noun}s": counts[kind] for kind, noun in NOUNS.items()}

    def __str__(self) -> str:
        parts = ((self.gone, "takes", "out"), (self.come, "brings", "in"))
        told = [f"{verb} {_counted(found)} {way}" for found, verb, way in parts if found]
        return ", ".join(told) or "nothing is found otherwise"


def _counted(found: tuple[Found, ...]) -> str:
    counts = Counter(one.kind for one in found)
    told = [count_of(counts[kind], one) for kind, one in NOUNS.items() if counts[kind]]
    return " and ".join(filter(None, (", ".join(told[:-1]), told[-1])))


def rereader(store: Store, ref: Ref) -> Callable[[Span, str], Otherwise] | None:
    """Return what tells the effect of a label on lines of a source; it writes nothing.

    None where only a costly engine could tell: it is not run for a look. What is returned
    raises BadLabel where :func:`casefile.deeds.relabelling.relabel` does.

    Raises:
        UnknownRef: There is no such source.
    """
    article = get_article(store, ref.id)
    try:
        engine = engine_named(engine_of(store, ref.id) or DEFAULT)
        before = None if engine.is_costly else _found(engine, article)
    except (NoEngine, NotExtracted):
        return None
    if before is None:
        return None
    rows = store.rows("found_in_source", id=ref.id)
    ids = {_key(row["kind"], row["start"], row["stop"], row["words"]): row["id"] for row in rows}
    refused = {row["form"] for row in store.rows("rejections", id=ref.id)}

    def is_new(one: Place) -> bool:
        """Tell whether it is neither there by a reader's hand, nor refused by it."""
        if one[0] is Kind.EVENT:  # several may have one title
            return True
        return one not in ids and not (one[0] is Kind.ENTITY and one[3] in refused)

    def otherwise(span: Span, label: str) -> Otherwise:
        lines = [(line, label) for line in changed_lines(store, ref, span, label)]
        furniture = tuple(relabelled(article.text, article.furniture, lines))
        after = _found(engine, replace(article, furniture=furniture))
        gone = [one for one in (before - after).elements() if one in ids]
        come = [one for one in (after - before).elements() if is_new(one)]
        return Otherwise(
            tuple(Found(one[0], one[3], Ref(one[0], ids[one])) for one in gone),
            tuple(Found(one[0], one[3], None) for one in come),
        )

    return otherwise


def _key(kind: str, start: int | None, stop: int | None, words: str) -> Place:
    return Kind(kind), start, stop, words


def _found(engine: Engine, article: Article) -> Counter[Place]:
    findings = extracted(engine, article)
    found: Counter[Place] = Counter()
    for mention in findings.mentions:
        span = mention.span
        found[Kind.ENTITY, span.start, span.end, span.of(article.text)] += 1
    for fact in findings.facts:
        found[Kind.FACT, fact.span.start, fact.span.end, fact.statement] += 1
    for event in findings.events:
        found[Kind.EVENT, None, None, event.title] += 1
    return found
