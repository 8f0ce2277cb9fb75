"""Photo credits inside captions: they name who made the picture, not who is in the case."""

import re
from collections.abc import Iterator

from casefile.model.words import Span

_CREDIT = re.compile(
    r"""\b(?:[Ff]ile\s+)?(?i:photos?|photographs?|images?|pictures?|video)\s*
            (?:by|:|courtesy\b|credit\b)(?=\W).*$                    # File photo by A. Doe/AGENCY
    |\b[Cc]redits?\s*:.*$
    |[(\[][^()\[\]]{0,200}?                                          # (AGENCY photo)
        \b(?:(?i:photo|image|handout|pool|courtesy)|Getty|AFP|AP|Reuters|EPA)\b
        [^()\[\]]{0,200}[)\]]
    |\b[^\W\d_a-z][\w.'’-]{0,40}(?:\s+[^\W\d_a-z][\w.'’-]{0,40}){1,3}
        \s?/\s?[A-Z]\w*(?:\s+[A-Z]\w*)*\.?$                          # A. Doe/AGENCY""",
    re.VERBOSE | re.DOTALL,
)


def photo_credits(text: str, within: Span) -> Iterator[Span]:
    """Yield the credits of one sentence of a caption, in order."""
    for match in _CREDIT.finditer(text, within.start, within.end):
        yield Span(match.start(), match.end())
