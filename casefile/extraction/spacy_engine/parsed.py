"""Who says, thinks or wants what, read from the dependency tree of a sentence."""

from dataclasses import dataclass
from enum import Enum

from casefile.extraction.rules.words.quotations import is_quoted
from casefile.extraction.spacy_engine.attitudes import forms, nouns, pairs
from casefile.extraction.spacy_engine.contents import (
    Reach,
    behind,
    clause_said,
    directed,
    has_to,
    intended,
    judged,
    larger,
    quotation,
    tells,
    without_that,
)
from casefile.extraction.spacy_engine.holders import agent, is_verb, name, subject
from casefile.extraction.spacy_engine.trees import Tree
from casefile.model.words import Span


class Kind(Enum):
    """By which construction the sentence tells it."""

    CLAUSE = "a verb with what is said"
    ACCORDING = "according to"
    INTENT = "a verb with to"
    STANCE = "a verb with what is judged"
    NOUN = "a noun with what is said"
    STATE = "an adjective with what it is about"


DEEDS = frozenset((Kind.INTENT, Kind.STANCE, Kind.STATE, Kind.NOUN))
"""Kinds in which the holding itself is told: the statement is the clause, not what is held."""


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody's saying or attitude, by its places in the text."""

    source: Span
    cue: Span
    content: Span
    kind: Kind

    @property
    def whole(self) -> Span:
        """From the first to the last of its three parts."""
        parts = (self.source, self.cue, self.content)
        return Span(min(one.start for one in parts), max(one.end for one in parts))


def sayings(tree: Tree, quoted: tuple[Span, ...]) -> list[Said]:
    """Return what the sentence tells of who says, thinks or wants what, in order of the cues.

    Words inside quotation marks are no cues: what is quoted there is not the article's telling.
    """
    found: list[Said] = []
    for at, word in enumerate(tree.words):
        if is_quoted(word.start, quoted):
            continue
        said = _at(tree, at, quoted)
        if said is not None and said.content.end - said.content.start >= 4:
            found.append(said)
    return found


def _at(tree: Tree, at: int, quoted: tuple[Span, ...]) -> Said | None:
    word = tree.words[at].lower
    if word == "according":
        return _according(tree, at)
    if is_verb(tree, at):
        return _verb(tree, at, quoted)
    if word in nouns("noun") or word in nouns("matter"):
        return _noun(tree, at)
    if word in nouns("state"):
        return _state(tree, at)
    return None


_SECTIONS = ("clause", "intent", "directive", "stance")


def _verb(tree: Tree, at: int, quoted: tuple[Span, ...]) -> Said | None:
    word = tree.words[at].lower
    is_known = any(word in forms(one) for one in _SECTIONS) or word in pairs()
    if not is_known and word not in nouns("state"):
        return None
    cue = tree.word(at)
    by = agent(tree, at)
    if by is not None or tree.has(at, "auxpass", "nsubjpass"):
        return _passive(tree, at, by, cue)
    source = _named(tree, subject(tree, at), at)
    found = _said(tree, at, quoted) if source is not None else None
    return Said(source, cue, *found) if source is not None and found is not None else None


def _named(tree: Tree, holder: int | None, cue: int) -> Span | None:
    return name(tree, holder, cue) if holder is not None else None


def _said(tree: Tree, at: int, quoted: tuple[Span, ...]) -> tuple[Span, Kind] | None:
    """Return what a verb is followed by, the surest construction first."""
    word = tree.words[at].lower
    if word in forms("clause"):
        content = clause_said(tree, at)
        if content is not None:
            return content, Kind.CLAUSE if tells(tree, at, quoted) else Kind.STANCE
    content = directed(tree, at) if word in forms("directive") else None
    if content is None and word in forms("intent"):
        content = intended(tree, at)
    if content is not None:
        return content, Kind.INTENT
    if word in forms("clause") and not has_to(tree, at):
        content = quotation(tree, at, quoted)
        if content is not None:
            return content, Kind.CLAUSE
    content = behind(tree, at, pairs().get(word, frozenset()))
    if content is None and word in forms("stance"):
        content = judged(tree, at)
    return (content, Kind.STANCE) if content is not None else None


def _passive(tree: Tree, at: int, by: int | None, cue: Span) -> Said | None:
    """Read "the plan was praised by Ruiz", "a plan backed by Ruiz", "Ruiz is opposed to"."""
    if by is None:
        return _state(tree, at) if tree.words[at].lower in nouns("state") else None
    source = name(tree, by, at)
    content = None
    about = tree.one(at, "nsubjpass")
    if about is not None:
        content = tree.under(about)
    elif tree.words[at].dep == "acl":
        content = name(tree, tree.words[at].head, at)
    if source is None or content is None:
        return None
    return Said(source, cue, content, Kind.STANCE)


def _noun(tree: Tree, at: int) -> Said | None:
    word = tree.words[at].lower
    content = None
    if word in nouns("noun"):
        kid = tree.one(at, "acl", "ccomp", "relcl", "xcomp")
        if kid is not None and kid > at:
            opens = {tree.words[one].lower for one in tree.of(kid, "mark", "aux")}
            if tree.words[tree.first[kid]].lower == "that" or "to" in opens:
                content = without_that(tree, kid)
                if tree.words[kid].dep == "relcl" and tree.one(kid, "mark") is None:
                    content = None
    if content is None and word in nouns("matter"):
        content = behind(
            tree, at, frozenset(("of", "for", "about", "to", "on", "against", "over", "toward"))
        )
    if content is None:
        return None
    owner = tree.one(at, "poss")
    if owner is None:
        head = tree.words[at].head
        if tree.words[at].dep == "dobj" and tree.words[head].lower in forms("having"):
            owner = subject(tree, head)
    source = name(tree, owner, at) if owner is not None else None
    if source is None:
        return None
    return Said(source, tree.word(at), content, Kind.NOUN)


def _state(tree: Tree, at: int) -> Said | None:
    content = None
    kid = tree.one(at, "ccomp", "xcomp")
    if kid is not None and kid > at:
        content = without_that(tree, kid)
    else:
        content = behind(
            tree, at, frozenset("of about for to at with by in over on against".split())
        )
    holder = subject(tree, at)
    if holder is None:
        holder = tree.one(at, "nsubjpass") or subject(tree, tree.words[at].head)
    source = name(tree, holder, at) if holder is not None else None
    if content is None or source is None:
        return None
    return Said(source, tree.word(at), content, Kind.STATE)


def _according(tree: Tree, at: int) -> Said | None:
    to = next((kid for kid in tree.of(at, "prep") if tree.words[kid].lower == "to"), None)
    inner = tree.one(to, "pobj") if to is not None else None
    source = name(tree, inner, at) if inner is not None else None
    if to is None or source is None:
        return None
    head = tree.words[at].head
    while not is_verb(tree, head) and tree.words[head].head != head:
        head = tree.words[head].head
    whole = Reach(tree.first[head], tree.last[head])
    content = larger(tree, whole, Reach(tree.first[at], tree.last[at]))
    return Said(source, tree.span(at, to), content, Kind.ACCORDING) if content else None
