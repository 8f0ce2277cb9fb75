"""What an engine is."""

from typing import Protocol

from casefile.model.article import Article
from casefile.model.findings import Findings


class Engine(Protocol):
    """Finds names, events and facts in one article.

    A pure function of the article: the same text, furniture, language, title, publisher,
    author, dateline, address and date of publication give equal findings, on any machine and
    day, as long as the fingerprint is the same. File name and codec may change nothing.

    Its class takes no arguments. To make one and to ask for anything but its fingerprint
    imports no model library and opens no connection, so that listing engines costs nothing.
    """

    @property
    def name(self) -> str:
        """The word by which the reader chooses it: ``rules``."""
        ...

    @property
    def about(self) -> str:
        """What it is, in a line: with a model, its name, version and whether its hash is known."""
        ...

    @property
    def fingerprint(self) -> str:
        """Changes whenever its findings may: code version, options, data, model.

        Asked for only where nothing is :meth:`missing`.
        """
        ...

    @property
    def is_costly(self) -> bool:
        """Whether reading an article takes so long that what was found is worth keeping.

        About 50 ms: the rules, with 10, would double the size of a case to save less time
        than it takes to look up what was kept.
        """
        ...

    @property
    def is_remote(self) -> bool:
        """Whether it hands the text to another program, here or over the network.

        Such an engine runs only where the reader names it in that very command.
        """
        ...

    def missing(self) -> str | None:
        """Say in one sentence what to install or to set before it can run here, or None.

        Looks (``importlib.util.find_spec``, the environment), and loads nothing.
        """
        ...

    def extract(self, article: Article) -> Findings:
        """Find what the article says; nothing rests on boilerplate.

        Raises:
            NotExtracted: This article could not be read; others may be. The sentence names
                ``article.path``.
            CasefileError: No article can be read now, such as where a server is down.
        """
        ...

    def left_out(self, article: Article) -> str | None:
        """Say in one sentence what of the article it does not read, or None."""
        ...
