"""What is said of a noun behind it: the talks "were cancelled", "will be held", "are in doubt"."""

import re

from casefile.extraction.rules.tellings.classes import Words
from casefile.extraction.rules.tellings.operators import Operator, of_adjective, of_adverb, of_verb
from casefile.extraction.rules.tellings.phrases import LIST
from casefile.extraction.rules.tellings.scope import BE, MODALS, NOT, between
from casefile.extraction.rules.tellings.triggers import light
from casefile.extraction.rules.words.verbs import words


def _listed(section: str) -> frozenset[str]:
    return words("moods.txt", section)


def is_subject(read: Words, at: int) -> bool:
    """Tell whether a noun, or the noun that it hangs on, is not the object of a verb."""
    left = _HANGS.sub("", read.classes[:at])
    return not left or left[-1] in "KSC"


_HANGS = re.compile(r"(?:(?<![DNG])[DNG]*N[OPW])*[DNGI]*$|(?:^|(?<=K))PT+L*[DNGI]*$")

_PREDICATE = re.compile(
    rf"(?:V[LTP]*B{LIST})?(?:[OPWBt]T*{LIST}|[OP]?T)*(?:K[^KS]*K)?(?:[OP]?T)*Q?"
    rf"(?P<group>[AL]*)(?P<verb>V|I|t[AL]*V|)(?P<rest>[LDNP]{{0,4}})"
)


def behind_noun(read: Words, at: int) -> tuple[Operator, ...] | None:
    """Return the operators of what is said of a noun behind it, from inside out.

    None where nothing is said of whether it took place; an empty answer means that it did.
    """
    match = _PREDICATE.match(read.classes, at + 1)
    if match is None or not (match["group"] or match["verb"]):
        return None
    group = [read.word(one) for one in range(*match.span("group"))]
    verb = read.word(match.end("verb") - 1) if match["verb"] else ""
    rest = between(read, *match.span("rest"))
    found: list[Operator] = []
    # "The talks failed" tells of talks: only what is done to them counts.
    is_done = not BE.isdisjoint(group) if group else not verb.startswith("fail")
    operator = (of_verb(verb, rest) or of_adjective(verb)) if is_done else None
    says = {*verb.split(), *rest.split()}
    if says & _listed("untrue"):
        return (Operator.FAILED,)
    if operator and operator not in (Operator.WISHED, Operator.ASKED):
        found.append(operator)
    elif says & _listed("unclear") and group:
        return (Operator.OPEN,)
    elif not (
        verb in _listed("held") or light().fullmatch(verb) or _TAKES_PLACE.match(f"{verb} {rest}")
    ):
        will = [MODALS[one] for one in group if one in MODALS]
        if Operator.WILL in will and "not" not in group:
            return (Operator.WILL,)
        return (Operator.MAY,) if will and "have" in group else None
    is_to = bool(match["verb"]) and match["verb"].startswith("t")
    if is_to or (group and group[-1] in BE and rest.startswith("to ")):
        found.append(Operator.PLANNED)
    for word in reversed(group):
        if word in NOT or word.endswith(("n't", "n’t")):
            found.append(Operator.NOT)
        elif word in MODALS and not (word in ("may", "could") and verb == "follow"):
            found.append(MODALS[word])
        elif word in MODALS:
            found.append(Operator.PLANNED)
        elif adverb := of_adverb(word):
            found.append(adverb)
    return tuple(found)


_TAKES_PLACE = re.compile(r"(?:took|take|takes|taking|taken) place|(?:go|went|goes|gone) ahead")
