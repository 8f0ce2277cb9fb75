"""Open questions from the shell: ``question``, ``answer``, ``questions``."""

from pathlib import Path

import click

from casefile.case import Case
from casefile.cli.printing import say, say_entry, say_json
from casefile.cli.words import FILE, WORDS
from casefile.core.asked import worded
from casefile.exchange.casefile_json import question_object
from casefile.model.kept import Question
from casefile.model.words import Ref


@click.command()
@click.argument("case", type=FILE)
@click.argument("ref", type=WORDS)
@click.argument("words", nargs=-1, type=WORDS, metavar="QUESTION...")
@click.option("--of", "whom", default="", type=WORDS, metavar="WHO", help="Whom you asked.")
@click.option("--remove", is_flag=True, help="Remove the question that begins so; undo restores.")
def question(case: Path, ref: str, words: tuple[str, ...], whom: str, remove: bool) -> int:
    """Ask a QUESTION about REF of CASE: a source, entity, event, fact or conflict.

    Without --of it waits for somebody to be asked. The same question again, with --of, says who.
    """
    with Case(case) as open_case:
        thing = Ref.parse(ref)
        if remove:
            asked = open_case.withdraw_question(thing, words=" ".join(words))
        elif not words:
            raise click.UsageError("Missing argument 'QUESTION...': say what to ask")
        else:
            asked = open_case.question(thing, " ".join(words), of=whom)
    _say(asked, "removed: " if remove else "")
    return 0


@click.command()
@click.argument("case", type=FILE)
@click.argument("ref", type=WORDS)
@click.argument("words", nargs=-1, required=True, type=WORDS, metavar="ANSWER...")
@click.option(
    "--question", "begun", default="", type=WORDS, metavar="WORDS", help="How the question begins."
)
def answer(case: Path, ref: str, words: tuple[str, ...], begun: str) -> int:
    """Write down what was answered to the open question on REF of CASE."""
    with Case(case) as open_case:
        asked = open_case.answer_question(Ref.parse(ref), " ".join(words), words=begun)
    _say(asked)
    return 0


@click.command()
@click.argument("case", type=FILE)
@click.argument("words", nargs=-1, type=WORDS)
@click.option("--open", "open_only", is_flag=True, help="Only those without an answer.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def questions(case: Path, words: tuple[str, ...], open_only: bool, as_json: bool) -> int:
    """List what was asked in CASE, open questions first; WORDS narrow it."""
    with Case(case) as open_case:
        found = open_case.questions(matching=" ".join(words))
    if open_only:
        found = [one for one in found if one.answer is None]
    if as_json:
        say_json([{**question_object(one), "label": one.target_label} for one in found])
        return 0
    for one in found:
        say_entry(f"{one.target!s:<12}", worded(one), one.target_label)
    if not found:
        say("No question is open." if open_only else "Nothing has been asked yet.")
    return 0


def _say(asked: Question, before: str = "") -> None:
    say_entry(f"{asked.target!s:<12}", before + worded(asked))
