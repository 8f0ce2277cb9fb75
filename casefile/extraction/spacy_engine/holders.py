"""Who holds what a word tells: the subject of a verb, and the words of its name."""

from casefile.extraction.spacy_engine.trees import Tree
from casefile.model.words import Span

_VERBAL = frozenset(
    ("ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "parataxis", "pcomp", "csubj", "dep")
)
"""Relations in which a verb hangs on another word."""

_CLIMBED = frozenset(("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "parataxis", "dep"))
"""Relations over which a verb without a subject has that of the word above it."""

_RELATIVE = frozenset(("who", "which", "that", "whom"))

_BEHIND = frozenset(("appos", "relcl", "acl", "punct", "advcl", "parataxis", "dep", "case"))
"""What behind a name is no part of it."""

_TIMES = frozenset(
    "january february march april may june july august september october november december"
    " monday tuesday wednesday thursday friday saturday sunday day week month year morning"
    " evening night hour time today yesterday".split()
)
"""Words that a parser takes for somebody where a time stands bare: "on the day Ruiz left"."""


def is_verb(tree: Tree, at: int) -> bool:
    """Tell whether a word stands where a verb does."""
    while tree.words[at].dep == "conj" and tree.words[at].head != at:
        at = tree.words[at].head
    dep = tree.words[at].dep
    if dep == "ROOT":
        return tree.has(
            at, "nsubj", "nsubjpass", "ccomp", "xcomp", "aux", "auxpass", "dobj", "expl"
        )
    return dep in _VERBAL


def agent(tree: Tree, at: int) -> int | None:
    """Return the word that names by whom it is done: "backed by the mayor"."""
    by = tree.one(at, "agent")
    return tree.one(by, "pobj") if by is not None else None


def subject(tree: Tree, at: int) -> int | None:
    """Return the word that names who does it, over verbs without a subject of their own."""
    here = at
    for _ in range(6):
        # Of two subjects the nearer: the other belongs to a clause that the parser ran in.
        found = next(reversed(list(tree.of(here, "nsubj"))), None)
        if found is None and here != at:
            found = tree.one(here, "nsubjpass")
        if found is not None:
            if tree.words[found].lower in _RELATIVE and tree.words[here].dep == "relcl":
                return tree.words[here].head
            return found
        dep = tree.words[here].dep
        if dep in ("acl", "relcl"):
            return tree.words[here].head
        if dep not in _CLIMBED:
            return None
        here = tree.words[here].head
    return None


def name(tree: Tree, head: int, cue: int) -> Span | None:
    """Return the words that name somebody, without what is set off behind and without the cue."""
    if tree.words[head].lower in _TIMES or tree.words[head].lower in _RELATIVE:
        return None
    first, last = tree.first[head], head
    for kid in tree.kids[head]:
        if kid < head:
            continue
        if tree.words[kid].dep in _BEHIND:
            break
        last = max(last, tree.last[kid])
    if first <= cue <= last:
        first, last = (first, cue - 1) if head < cue else (cue + 1, last)
    while first < last and tree.words[first].dep in ("punct", "cc", "mark", "preconj"):
        first += 1
    if not first <= head <= last:
        return None
    return tree.span(first, last)
