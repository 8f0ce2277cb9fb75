"""Which language a text is in, where more than one script stands in it."""

import pytest

from casefile.reading.language import language

ENGLISH = "The mayor of the town said on Monday that the harbour would be shut for a week. "
JAPANESE = "市長は月曜日に港を一週間閉鎖すると述べた。"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        (JAPANESE * 3, "ja"),
        (ENGLISH * 3 + JAPANESE, "en"),
        (JAPANESE * 6 + "Harbour Board and the town (HB)", "ja"),
        (JAPANESE * 4 + ENGLISH, "ja"),
    ],
)
def test_the_language_is_that_of_most_of_the_text(text: str, code: str) -> None:
    assert language(text) == code


def test_too_little_is_in_no_language() -> None:
    assert language("Harbour 14 B") is None
