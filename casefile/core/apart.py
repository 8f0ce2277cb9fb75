"""Which columns of the index of names are of so few names that these are numbered anew."""

APART = 1 << 15
"""The first of the columns apart: the names that any of them holds have places of their own.

So a column is as long as these names are many, not as all are: of a million names some
60,000 have Chinese characters, kana or Hangul.
"""
