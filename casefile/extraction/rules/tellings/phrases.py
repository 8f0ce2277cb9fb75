"""Patterns over the letters of word classes: noun phrases, lists of them, subjects.

A shallow reading in the manner of finite-state parsing (Abney 1996, "Partial parsing via
finite-state cascades").
"""

import re

NP = r"(?:(?<![DNG])[DNG]*N|(?<![DNG])D+(?![NG])|R)"
"""A noun with what stands before it, or a pronoun."""

LIST = rf"(?:{NP}(?:(?:KC?{NP})*K?C{NP})?)"
"""Phrases that "and" and commas list."""

CHAIN = rf"(?:[OPWB]T*{LIST}|[OP]?T)*"
"""What hangs on a noun behind it, by "of", "in" and the like."""

GROUP = r"[AL]*(?:V[ALV]*t[AL]*)*"
"""What may stand before a verb and belongs to it: "has not yet agreed to"."""

PHRASE = re.compile(NP)
LISTED = re.compile(LIST)
SUBJECT = re.compile(rf"(?<![OPWBtDNG])(?P<np>{LIST}){CHAIN}K?Q?(?P<group>t?{GROUP})$")
"""A subject up to its verb."""
