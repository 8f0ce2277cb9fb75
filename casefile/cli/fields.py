"""What each kind of thing says of itself, as labelled fields."""

from casefile.case import Case
from casefile.core.asked import worded
from casefile.core.counts import Count, counts
from casefile.core.edtf import describe
from casefile.model.kept import Orphan
from casefile.model.review import GRADES, Status
from casefile.model.words import Kind, Ref

Fields = list[tuple[str, str]]


def fields(case: Case, ref: Ref) -> Fields:
    """Return what a thing is: its label first, then fields in reading order.

    Raises:
        UnknownRef: The case holds no such thing.
    """
    of = {
        Kind.SOURCE: _source,
        Kind.ENTITY: _entity,
        Kind.EVENT: _event,
        Kind.FACT: _fact,
        Kind.NOTE: _note,
        Kind.SEARCH: _search,
    }.get(ref.kind)
    if of is None:
        return [("label", case.label(ref)), *_questions(case, ref)]
    label, *rest = of(case, ref.id)
    return [label, *_review(case, ref), *_questions(case, ref), *rest]


def _questions(case: Case, ref: Ref) -> Fields:
    """Return what was asked about it, in one field: fields have each a name of its own."""
    return [("asked", "; ".join(worded(one) for one in case.questions_on(ref)))]


def _review(case: Case, ref: Ref) -> Fields:
    """Return what the reader says of it; of what nobody has looked at nothing."""
    review = case.review(ref)
    status = review.status.value if review.status is not Status.UNREVIEWED else ""
    grade = f"{review.grade}, {GRADES[review.grade]}" if review.grade else ""
    reading = review.reading or ""
    return [
        ("status", f"{status}: {review.reason}" if review.reason else status),
        ("grade", f"{grade}: {review.grade_reason}" if review.grade_reason else grade),
        ("reading", f"{reading}: {review.reading_reason}" if review.reading_reason else reading),
        ("tags", ", ".join(review.tags)),
        ("mark", "sensitive" if review.sensitive else ""),
    ]


def _source(case: Case, id: int) -> Fields:
    source = case.source(id)
    row = source.row
    return [
        ("label", row.title),
        ("publisher", row.publisher or ""),
        ("author", source.author or ""),
        ("published", f"{row.published} ({row.published_basis})" if row.published else "not known"),
        ("because", source.published_reason),
        ("dateline", source.dateline or ""),
        ("language", row.language or ""),
        ("url", source.url or ""),
        ("file", source.path),
        ("version", _version(case, id)),
        ("words gone", "; ".join(_gone(one) for one in case.orphans(id))),
        ("read by", case.read_by(id) or ""),
        ("text", source.text),
    ]


def _version(case: Case, id: int) -> str:
    """Return which text of how many a source has; nothing where it had but one."""
    found = case.versions(id)
    now = next(one for one in found if one.is_current)
    if now.added is None:
        return f"1 of {len(found)}, as it came" if len(found) > 1 else ""
    return f"{now.number} of {len(found)}, added {now.added[:10]} by {now.by}"


def _gone(orphan: Orphan) -> str:
    return f"{orphan.ref} {orphan.label}: “{' '.join(orphan.quote.split())}”"


def _entity(case: Case, id: int) -> Fields:
    entity = case.entity(id)
    sources = "source" if entity.row.sources == 1 else "sources"
    return [
        ("label", entity.row.name),
        ("kind", entity.row.kind.value),
        ("also", ", ".join(name for name in entity.aliases if name != entity.row.name)),
        ("described as", "; ".join(entity.descriptions)),
        ("mentions", f"{entity.row.mentions} in {entity.row.sources} {sources}"),
        ("made by", "a reader" if entity.row.by_hand else ""),
        ("support", "no source tells it any more" if entity.row.lost else ""),
    ]


def _event(case: Case, id: int) -> Fields:
    event = case.event(id).row
    return [
        ("label", event.title),
        ("kind", event.kind.value + (", secret" if event.secret else "")),
        ("date", describe(event.date) if event.date else ""),
        ("place", event.place or ""),
        ("told as", event.modality.value),
        ("sources", str(event.sources)),
        ("made by", "a reader" if event.by_hand else ""),
        ("support", "no source tells it any more" if event.lost else ""),
    ]


def _fact(case: Case, id: int) -> Fields:
    fact = case.fact(id)
    chain = " > ".join(speaker.name for speaker in fact.attribution)
    return [
        ("label", fact.statement),
        ("on the word of", chain or "the source itself"),
        ("hedge", fact.hedge or ""),
        ("polarity", fact.polarity.value),
        ("numbers", "; ".join(told_count(one) for one in counts(fact.statement))),
        ("made by", "a reader" if fact.made_by == "human" else ""),
        ("support", "the engine no longer finds it" if fact.lost and not fact.gone else ""),
        ("words gone", f"the text no longer says “{fact.gone}”" if fact.gone else ""),
    ]


def told_count(one: Count) -> str:
    """Return a number as understood: ``at least 30 × person, killed``."""
    low, high = one.least, one.most
    if low is None:
        number = f"at most {high or 0:,}"
    elif high is None:
        number = f"at least {low:,}"
    else:
        number = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    rough = "about " if one.is_about else ""
    return f"{rough}{number} × {one.noun}" + (f", {one.state}" if one.state else "")


def _note(case: Case, id: int) -> Fields:
    note = case.note(id)
    before = case.earlier_texts(note.ref)
    return [
        ("label", note.body.partition("\n")[0]),
        ("text", note.body),
        ("words gone", f"the text no longer says “{note.quote}”" if note.orphaned else ""),
        ("written", note.created),
        ("changed", note.updated),
        ("said before", "; ".join(f"{one.body} ({one.by}, {one.at})" for one in before[::-1])),
    ]


def _search(case: Case, id: int) -> Fields:
    search = case.saved_search(Ref(Kind.SEARCH, id))
    return [("label", search.name), ("line", search.line), ("saved", search.created)]
