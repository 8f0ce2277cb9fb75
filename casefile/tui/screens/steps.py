"""Show of something large first what is in sight, and then all of it."""

from collections.abc import Iterator

from casefile.case import Case
from casefile.model.rows import Mark
from casefile.model.words import Kind, Span
from casefile.tui.base.view import View
from casefile.tui.screens.loading import article, entity_head, load
from casefile.tui.screens.place import Target

LONG = 40_000
"""Characters of a text from which its marks are not read all at once: they take 5 ms."""

AHEAD, BEHIND = 4_000, 16_000
"""Characters before and after the place opened whose marks are read first: a tall terminal's."""

MANY = 5_000
"""Mentions of an entity from which its card begins with its name: all of it takes 50 ms or more."""

PART = 50_000
"""Characters of a text whose marks are read together, before it is asked whether to go on."""


def steps(case: Case, target: Target, *, is_known: bool) -> Iterator[View | None]:
    """Yield what is shown of one thing, until it is whole; None where one may leave off.

    What is known is on the screen already, or is to be gone back into: it comes at once as whole.

    Raises:
        UnknownRef: The case no longer holds it.
    """
    is_text = target.ref.kind is Kind.SOURCE and target.seen is None
    if is_text and not target.version and not target.card:
        yield from _article_in_steps(case, target, is_known=is_known)
        return
    is_pair = target.about is not None and target.about.kind is Kind.ENTITY
    if target.ref.kind is Kind.ENTITY and not is_pair and not is_known:
        for row in case.entity_rows([case.leading(target.ref).id]):
            if row.mentions >= MANY:
                yield entity_head(row)
    yield load(case, target)


def _article_in_steps(case: Case, target: Target, *, is_known: bool) -> Iterator[View | None]:
    id = target.ref.id
    source = case.source(id)
    length = len(source.text)
    if length < LONG:
        yield article(case, target, source, case.marks(id))
        return
    if not is_known:
        at = target.span.start if target.span else 0
        near = Span(max(0, at - AHEAD), at + BEHIND)
        yield article(case, target, source, case.marks(id, near))
    marks: list[Mark] = []
    for start in range(0, length, PART):
        marks += case.marks(id, Span(start, start + PART))
        yield None
    yield article(case, target, source, marks)
