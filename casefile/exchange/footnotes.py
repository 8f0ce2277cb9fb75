"""What a footnote says of a thing: the words themselves, who says so, and what is to be doubted.

What we say stands in bold or without quotation marks round it; words of others are escaped, so
none of them can pass for ours.
"""

from collections.abc import Iterable, Sequence

from casefile.core.edtf import describe
from casefile.exchange.escaping import address, escaped
from casefile.model.differences import Clash, Conflict
from casefile.model.review import GRADES, Review, Status
from casefile.model.rows import Entity, Event, Fact, Note, Source, Speaker
from casefile.model.words import Modality, Polarity


def cited(source: Source) -> str:
    """Return by what a source is known: publisher, title, date, address, reference."""
    row = source.row
    url = address(source.url) if source.url else ""
    parts = (escaped(row.publisher or ""), quoted(row.title), escaped(source.author or ""))
    known = (*parts, escaped(row.published or "undated"), url)
    tail = [str(row.ref)]
    if row.review.grade:
        tail.append(f"graded {row.review.grade}, {GRADES[row.review.grade]}")
    if row.review.sensitive:
        tail.append("**sensitive**")
    return f"{', '.join(filter(None, known))} ({', '.join(tail)})"


def _briefly(source: Source) -> str:
    row = source.row
    return f"{escaped(row.publisher or '') or quoted(row.title)} ({row.ref})"


def quoted(words: str) -> str:
    """Return words of others in quotation marks."""
    return f"“{escaped(words)}”"


def of_fact(fact: Fact, quote: str, source: Source) -> str:
    """Return the footnote of a fact; ``quote`` are the words that it stands on."""
    graded = fact.review.grade
    tail = [str(fact.ref)]
    if fact.made_by == "human":
        tail.append("written down by the reader")
    if graded:
        tail.append(f"graded {graded}, {GRADES[graded]}")
    doubts = [*_doubts(fact.review), *_of_telling(fact)]
    if fact.gone is not None:
        doubts.append("**These words are gone from the text of the source.**")
    if fact.lost:
        doubts.append("**It is no longer found in the source.**")
    told = (*doubts, quoted(quote), said_by(fact.attribution), f"In: {cited(source)}.")
    return f"{' '.join(told)} ({', '.join(tail)})"


def said_by(chain: Sequence[Speaker]) -> str:
    """Return who says so, the outermost first."""
    if not chain:
        return "Said by the source itself."
    named = (escaped(one.name) + (f" ({quoted(one.verb)})" if one.verb else "") for one in chain)
    return f"Said by {', on the word of '.join(named)}."


def of_event(
    event: Event, told: Iterable[tuple[str, Sequence[Fact], Source]], conflicts: Iterable[str]
) -> str:
    """Return the footnote of an event; below it a list, indented as its part.

    Args:
        event: The event.
        told: Each passage that tells of it, the facts that stand on that passage, its source.
        conflicts: What :func:`of_conflict` says of each thing in which its sources differ.
    """
    row = event.row
    known = [quoted(row.title), row.kind.value]
    if row.date:
        known.append(escaped(describe(row.date)))
    known += [escaped(row.place)] if row.place else []
    head = [*_doubts(row.review), *_of_modality(row.modality), f"{', '.join(known)}."]
    head += ["**It is no longer found in any source.**"] if row.lost else []
    items = [f"Sources differ: {one}." for one in conflicts]
    for quote, facts, source in told:
        says = [part for fact in facts for part in (*_doubts(fact.review), *_of_telling(fact))]
        chains = dict.fromkeys(said_by(fact.attribution) for fact in facts)
        parts = (*dict.fromkeys(says), quoted(quote), *chains, f"In: {cited(source)}.")
        items.append(" ".join(parts))
    listed = "\n".join(f"    - {one}" for one in items)
    return f"{' '.join(head)} ({row.ref})" + (f"\n\n{listed}" if items else "")


def of_entity(entity: Entity) -> str:
    """Return the footnote of an entity: its name, its kind, and what else it is called."""
    row = entity.row
    others = [escaped(name) for name in entity.aliases if name != row.name]
    also = f"; also {', '.join(others)}" if others else ""
    lost = ["**It is no longer found in any source.**"] if row.lost else []
    said = (*_doubts(row.review), *lost, f"{escaped(row.name)}, {row.kind.value}{also} ({row.ref})")
    return " ".join(said)


def of_conflict(conflict: Conflict, sources: Iterable[Source]) -> str:
    """Return in what sources differ; ``sources`` are those of its values."""
    values = (
        f"{quoted(value.value)} in {_briefly(source)}"
        for value, source in zip(conflict.values, sources, strict=True)
    )
    return f"{conflict.field}: {'; '.join(values) or 'no difference any more'}"


def of_clash(clash: Clash) -> str:
    """Return in what people differ who worked on the case."""
    sides = (f"{quoted(one.text)} wrote {escaped(one.by)}, {one.at[:10]}" for one in clash.sides)
    return f"{escaped(clash.what)}: {'; '.join(sides)}"


def of_note(note: Note) -> str:
    """Return the footnote of a note on something else."""
    return f"The note on {quoted(note.target_label or str(note.target))} ({note.ref})."


def of_unknown(words: str, *, is_ref: bool) -> str:
    """Return the footnote of what leads nowhere: a reference, or a name."""
    if is_ref:
        return f"**{escaped(words)} is not in this case**: it was removed, or never there."
    return f"**Nothing in this case is called {quoted(words)}**, or it was removed or rejected."


def doubted(thing: Fact | Event | Entity) -> list[str]:
    """Return in a word each what is to be doubted of a thing, for its heading."""
    review = thing.review if isinstance(thing, Fact) else thing.row.review
    found = [review.status.value] if review.status in _DOUBTED else []
    if isinstance(thing, Fact) and thing.polarity is Polarity.DENIED:
        found.append("denied")
    if isinstance(thing, Event) and thing.row.modality is not Modality.HAPPENED:
        found.append(thing.row.modality.value)
    return found


_DOUBTED = (Status.DISPUTED, Status.REJECTED)


def _doubts(review: Review) -> list[str]:
    """Return what a reader says of a thing, that it was not reviewed going without saying."""
    found = []
    if review.status is not Status.UNREVIEWED:
        why = f" ({escaped(review.reason)})" if review.reason else ""
        found.append(f"**{review.status.value.capitalize()} by the reader**{why}.")
    if review.sensitive:
        found.append("**Sensitive.**")
    return found


def _of_telling(fact: Fact) -> list[str]:
    found = []
    if fact.polarity is Polarity.DENIED:
        found.append("**Denied**: it is told as not so.")
    if fact.hedge:
        found.append(f"**Hedged**: {quoted(fact.hedge)}.")
    return found


def _of_modality(modality: Modality) -> list[str]:
    if modality is Modality.HAPPENED:
        return []
    said = {
        Modality.REPORTED: "**Reported**: it is told on the word of others.",
        Modality.PLANNED: "**Planned**: it is not told as having happened.",
        Modality.DENIED: "**Denied**: it is told as not having happened.",
        Modality.UNCERTAIN: "**Uncertain**: it is not told as certain.",
    }
    return [said[modality]]
