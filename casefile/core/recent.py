"""What was worked out last, kept in case it is asked for again soon."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

_T = TypeVar("_T")


class Recent:
    """The last answers to some questions; any thread may ask."""

    def __init__(self, most: int) -> None:
        """Keep so many answers at most."""
        self._most = most
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def answer(self, question: Hashable, find: Callable[[], _T]) -> _T:
        """Return the answer to a question, found now where it was not asked of late.

        Nobody may change an answer. Where finding it fails nothing is kept.
        """
        with self._lock:
            if question in self._answers:
                self._answers.move_to_end(question)
                known: _T = self._answers[question]
                return known
        found = find()
        with self._lock:
            self._answers[question] = found
            while len(self._answers) > self._most:
                self._answers.popitem(last=False)
        return found
