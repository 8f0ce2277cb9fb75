"""Say in one line what was asked, of whom, and what was answered."""

from casefile.model.kept import Question


def worded(question: Question) -> str:
    """Return a question as lists and cards show it."""
    of = f" (of {question.asked_of}, {_day(question.asked_at)})" if question.asked_of else ""
    if question.answer is None:
        return f"{question.words}{of or ' (nobody asked yet)'}: open"
    return f"{question.words}{of}: {question.answer} ({_day(question.answered_at)})"


def _day(at: str | None) -> str:
    return (at or "")[:10]
