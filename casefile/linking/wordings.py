"""How an account of an event is told: the words of its article and of its passages."""

from collections.abc import Sequence
from dataclasses import dataclass

from casefile.linking.counting import Counts, counts
from casefile.linking.eventwords import event_words
from casefile.linking.stories import Profile, Wording, content, names_in, profile
from casefile.model.words import EventKind, Span


@dataclass(frozen=True, slots=True)
class Text:
    """What is known of the words of an article, so that it is read once."""

    text: str
    names: frozenset[str]
    profile: Profile


@dataclass(frozen=True, slots=True)
class Told:
    """How one account is told."""

    wording: Wording
    said: tuple[Profile, ...]
    """What its passages say, without the names of who and where."""
    words: frozenset[str]
    """The families of words for this kind of event in its passages."""
    counts: Counts


def read(text: str) -> Text:
    """Return what is known of the words of an article."""
    names = names_in(text)
    return Text(text, names, profile(text, names))


def told(article: Text, spans: Sequence[Span], kind: EventKind) -> Told:
    """Return how an account is told by its passages of an article."""
    passages = [article.text[span.start : span.end] for span in spans]
    return Told(
        Wording(article.profile, tuple(profile(one, article.names) for one in passages)),
        tuple(content(one, article.names) for one in passages),
        frozenset().union(*(event_words(one, kind) for one in passages)),
        counts(" . ".join(passages[:1])),
    )
