"""The words of time in news English: what each is called in the grammar, and what it counts.

The grammar (see ``grammar.py``) is written over tags, one letter a word, so
that a rule reads as a phrase and its cost is that of a short regular expression.
"""

_MONTHS = (
    ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",),
    ("june", "jun"), ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"),
    ("october", "oct"), ("november", "nov"), ("december", "dec"),
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
"""Names of months and their abbreviations in the AP and Guardian style books, to 1 to 12."""

_WEEKDAYS = (
    ("monday", "mon"), ("tuesday", "tue", "tues"), ("wednesday", "wed"),
    ("thursday", "thu", "thur", "thurs"), ("friday", "fri"), ("saturday", "sat"),
    ("sunday", "sun"),
)  # fmt: skip
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAYS) for name in names}
"""Names of weekdays, to Monday 0 to Sunday 6 as ``date.weekday`` counts."""

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",
)  # fmt: skip
_TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS = (
    {word: number for number, word in enumerate(_SMALL)}
    | {word: 10 * number for number, word in enumerate(_TENS, 3)}
    | {"a": 1, "an": 1, "hundred": 100}
)
"""Number words up to ninety; "twenty-one" is put together by the grammar."""

_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
ORDINALS = {word: number for number, word in enumerate(_ORDINALS, 1)}
FEW = {"few": (2, 6), "couple": (2, 2), "several": (3, 9), "dozen": (12, 12)}
"""How many a vague number may be, our own reading; "a few days" of news run up to six."""

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""To the codes of ``casefile.core.calendar``."""

_UNITS = {
    "minute": "hour", "hour": "hour", "day": "day", "week": "week", "fortnight": "fortnight",
    "weekend": "weekend", "month": "month", "quarter": "quarter", "year": "year",
    "decade": "decade",
}  # fmt: skip
UNITS = (
    _UNITS
    | {f"{word}s": unit for word, unit in _UNITS.items()}
    | {"century": "century", "centuries": "century"}
)
"""Units, one or many, and what each is counted as.

"Second" is left out: the ordinal is far more frequent, and neither moves a day.
"""

NAMED_DECADES = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960,
    "seventies": 1970, "eighties": 1980, "nineties": 1990,
}  # fmt: skip
PARTS = {
    "early": 0, "mid": 1, "late": 2,
    "beginning": 0, "start": 0, "middle": 1, "end": 2, "close": 2,
}  # fmt: skip
"""Which third of a month, year or decade is meant."""

TODAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
"""Days from the day of publication."""

DAYPARTS = {
    "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "tonight": "TNI",
    "midday": "T12:00", "noon": "T12:00", "midnight": "T24:00",
}  # fmt: skip
"""Parts of the day as TIMEX3 writes them behind a day (ISO 24617-1)."""

LENGTHS = {
    "second": (1, "T{}S"), "minute": (1, "T{}M"), "hour": (1, "T{}H"), "day": (1, "{}D"),
    "week": (1, "{}W"), "fortnight": (2, "{}W"), "month": (1, "{}M"), "quarter": (1, "{}Q"),
    "year": (1, "{}Y"), "decade": (10, "{}Y"), "century": (100, "{}Y"),
}  # fmt: skip
"""How many of what unit of ISO 8601 durations each is, as TimeBank writes them."""

OFTEN = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M",
    "annually": "P1Y", "yearly": "P1Y",
}  # fmt: skip
"""Adverbs of how often; "annual" and "quarterly" name a thing more often than a time."""

ERAS = {
    "meiji": (1867, 45), "taisho": (1911, 15), "showa": (1925, 64), "heisei": (1988, 31),
    "reiwa": (2018, 99), "juche": (1911, 200),
}  # fmt: skip
"""Eras of Japan and North Korea: the year before their first, and their last year of reign."""

HOLIDAYS = {
    "christmas": (12, 25), "christmas eve": (12, 24), "christmas day": (12, 25),
    "new year's eve": (12, 31), "new year's day": (1, 1), "halloween": (10, 31),
    "boxing day": (12, 26), "valentine's day": (2, 14),
}  # fmt: skip
"""Feasts that fall on the same day of each year: month and day."""

TAG = {
    "month": "M", "maybe": "A", "weekday": "W", "wkd": "V", "day": "D", "number": "N",
    "year": "Y", "numeric": "I", "decade": "E", "clock": "K", "season": "S", "unit": "U",
    "half": "H", "today": "T", "daypart": "P", "part": "p", "edge": "e", "last": "l",
    "this": "h", "next": "n", "past": "g", "previous": "v", "following": "f", "same": "s",
    "that": "q", "ago": "a", "sooner": "r", "before": "Q", "ordinal": "o", "about": "b",
    "few": "w", "article": "1", "the": "t", "of": "O", "in": "i", "until": "Z", "from": "F",
    "to": "k", "and": "j", "or": "J", "between": "B", "both": "L", "dash": "d", "gap": "G",
    "comma": "c", "owner": "z", "every": "y", "vague": "u", "now": "m", "recent": "R", "open": "2",
    "close": "3", "often": "4", "fiscal": "5", "period": "6", "latest": "7", "future": "8",
    "current": "9", "feast": "C", "era": "@", "word": "x", "name": "X", "other": "0",
}  # fmt: skip
"""The letter of each kind of word in the string that the grammar reads.

``maybe`` are May and March, which may be no month; ``wkd`` an abbreviated
weekday; ``day`` a number from 1 to 31; ``dash`` stands between two words without
spaces, ``gap`` with; ``owner`` is the possessive ending; ``word`` and ``name`` are
all others, small or capitalised.
"""

WORDS = {
    word: TAG[tag]
    for tag, words in {
        "today": "today tonight yesterday tomorrow",
        "daypart": "morning afternoon evening night midday noon midnight",
        "part": "early mid late",
        "edge": "beginning start middle end close",
        "last": "last",
        "this": "this",
        "next": "next coming",
        "past": "past",
        "previous": "previous preceding",
        "following": "following subsequent",
        "same": "same",
        "that": "that",
        "ago": "ago",
        "sooner": "earlier later previously",
        "before": "before after",
        "about": "about around circa approximately roughly nearly almost some",
        "the": "the",
        "of": "of",
        "in": "in into during since by for within on throughout",
        "until": "until till",
        "from": "from",
        "to": "to through thru",
        "and": "and",
        "or": "or",
        "between": "between",
        "both": "both",
        "every": "every each",
        "vague": "recently lately",
        "now": "now currently nowadays",
        "often": " ".join(OFTEN),
        "fiscal": "fiscal fy",
        "period": "period",
        "latest": "latest comparable corresponding",
        "future": "future",
        "current": "current",
        "feast": "christmas halloween boxing valentine",
        "era": " ".join(ERAS),
        "recent": "recent",
        "half": "half",
        "few": " ".join(FEW),
        "ordinal": " ".join([*ORDINALS, "final"]),
        "season": " ".join(SEASONS),
        "decade": " ".join(NAMED_DECADES),
        "number": " ".join(word for word in NUMBERS if len(word) > 2),
        "article": "a an",
        "unit": " ".join(UNITS),
    }.items()
    for word in words.split()
}
"""The tag of every word that has one whatever its case."""
