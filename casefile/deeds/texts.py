"""The words of the articles that tell of the events of a case, each read once."""

from casefile.linking.wordings import Text, Told, read, told
from casefile.model.accounts import EventAccount
from casefile.model.words import Span
from casefile.store.sources import text_of
from casefile.store.store import Store


class Texts:
    """How accounts are told; an article is read when first one of its accounts is asked for."""

    def __init__(self, store: Store) -> None:
        """Read nothing yet."""
        self._store = store
        self._texts: dict[int, Text] = {}
        self._told: dict[int, Told] = {}

    def told(self, account: EventAccount) -> Told:
        """Return how an account is told; by no words at all if it belongs to no source."""
        if account.id not in self._told:
            spans = [span for source, span in account.evidence if source == account.source]
            self._told[account.id] = told(self._text(account.source), spans, account.kind)
        return self._told[account.id]

    def passage(self, source: int, span: Span) -> str:
        """Return the words of a span of a source."""
        return span.of(self._text(source).text)

    def _text(self, source: int | None) -> Text:
        if source is None:
            return read("")
        if source not in self._texts:
            self._texts[source] = read(text_of(self._store, source))
        return self._texts[source]
