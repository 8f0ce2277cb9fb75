"""What is typed at a shell, which hands over bytes that need not be text."""

from pathlib import Path

import click

from casefile.errors import NoEngine


class Words(click.ParamType[str]):
    """Any words; bytes that are no text become U+FFFD, so that they can be stored and sought."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the words as text that can be written as UTF-8."""
        return value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


class EngineName(click.ParamType[str]):
    """The name of an engine that can run here."""

    name = "engine"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name as it is; what to choose or to install where it cannot run."""
        from casefile.extraction.engines import engine

        try:
            return engine(value).name
        except NoEngine as error:
            self.fail(str(error), param, ctx)


WORDS = Words()

ENGINE = EngineName()

FILE = click.Path(path_type=Path, readable=False)
"""A path; whether it can be read is found by reading it, which says more about why not."""
