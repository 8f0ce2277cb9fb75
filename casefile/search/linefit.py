"""Whether a name, or words as they are folded, meet a term that leaves no room for typos."""

from collections.abc import Iterable

from casefile.core.folding import fold, latin
from casefile.search.line import Shape, Term
from casefile.search.linesounds import sounds_alike


def meets(term: Term, names: Iterable[str]) -> bool:
    """Tell whether one of the names, in its own or in Latin letters, is as the term says.

    A term whose shape is FUZZY is met by any: the name index decides on it. Whether the term
    is negated makes no difference.
    """
    if term.shape is Shape.FUZZY:
        return True
    if term.shape is Shape.SOUND:
        return any(sounds_alike(term.text, name) for name in names)
    wanted = fold(term.text)
    return any(_is_so(term, wanted, key) for name in names for key in {fold(name), latin(name)})


def ends_so(term: Term, text: str) -> bool:
    """Tell whether a text ends with the whole words of a term."""
    wanted = fold(term.text)
    # Folding may lengthen or shorten; what is cut off is far more than the words.
    return f" {fold(text[-40 - 4 * len(term.text) :])}".endswith(f" {wanted}") or (
        not wanted.isascii() and fold(text[-40 - 4 * len(term.text) :]).endswith(wanted)
    )


def _is_so(term: Term, wanted: str, key: str) -> bool:
    is_whole = term.shape is Shape.WHOLE
    if is_whole:
        # A blank round both: whole words are then what stands between blanks.
        key = f" {key} "
        wanted = f" {wanted}" if term.is_open else f" {wanted} "
    if term.begins and term.ends and not term.is_open:
        return key == wanted
    if term.begins:
        return key.startswith(wanted)
    return key.endswith(wanted) if term.ends else wanted in key
