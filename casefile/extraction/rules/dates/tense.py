"""Which way the verbs beside a wording of time point."""

import re

from casefile.extraction.rules.dates.frame import Lean

LOOK_BACK = 90
"""Code points before a wording in which its verb is looked for."""
LOOK_AHEAD = 60
"""Code points behind it."""

_CUE = re.compile(
    r"""\b(?:
      (?P<future>
        (?:will|won['’]t|(?P<would>would(?:n['’]t)?)|shall|going\s+to|set\s+to|about\s+to|ready\s+to
          |(?:is|are|was|were)\s+(?:to|due|expected|scheduled|likely|slated|planned|set|supposed)\b
          |(?:planned|hoped|agreed|expected|intended|promised|vowed|pledged|prepared|supposed|decided
          |vows?|agrees?)\s+to
        |(?:planned|called|organi[sz]ed)\s+(?:a|an|another|more|new|further)\b
          |plans|plan\s+to|planning|scheduled|slated|due|expects?|hopes?|intends?|aims?|upcoming
          |begins|starts|opens|faces|arrives|resumes|leaves|visits|travels|meets?|expires|takes
          |(?:postponed|delayed|extended|adjourned|suspended)(?:\s+[\w'’]+){0,4}?
            \s+(?:until|till|to)
          |(?:gave|given|has|have)(?:\s+[\w'’]+){0,4}?\s+(?:until|till)
          |to\s+be|effective|payable|deadline|as\s+(?:soon|early)\s+as
          |(?P<could>could|can)(?!\s+have\b)|(?:might|may|should|must)(?!\s+have\b))
        (?:\s+(?:not|also|then|still|now|soon|only|be|been|for|to|held|made|sent|paid|put|set|sold
          |taken|given|built|brought|cut|begun|shown|\w+ly|\w+ed))*)
    | (?P<past>
        had\s+(?:been\s+)?(?:due|scheduled|expected|set|planned|supposed|slated)(?:\s+to\s+\w+)?
        |was|were|had|did|didn['’]t|has|have|said|met|held|took|came|went|made|told|began|left|led
        |saw|sent|won|lost|gave|got|found|felt|kept|paid|spoke|flew|fell|rose|put|cut|shot|hit
        |bought|sold|broke|brought|built|became|knew|drew|fled|wrote|ran|stood|died|set\s+off
        # Not "the United States", nor an adjective as in "a proposed", "unspecified".
        |(?<!\ba\s)(?<!\ban\s)(?<!\bthe\s)(?<!\bits\s)(?!need|indeed|speed|un)[a-z]\w+ed)
    )\b""",
    re.VERBOSE,
)
_SPOKE = re.compile(
    r"\b(?:said|says|told\s+[\w ]{1,30}|reported|announced|added|confirmed|wrote|stated"
    r"|according\s+to[\w ]{1,30})\s*,?\s*(?:(?:late|early)\s+)?(?:on\s+)?$"
)
_DEADLINE = re.compile(r"(?:['’]s)?\s+(?:deadline|as\s+(?:the|a|its|their)\s+deadline)\b")
_LIMIT = re.compile(r"\b(?:by|until|till)\s+(?:the\s+|\d[\d:.]*\s*[ap]\.?m\.?\s+)?$")
"""Before what may be a term set in the past for the time to come: "gave them until May"."""


def spoke(left: str) -> bool:
    """Tell whether a verb of saying stands right before the wording."""
    return _SPOKE.search(left) is not None


def lean(left: str, right: str) -> Lean:
    """Return where the nearest verb points: the last before the wording, else the first behind.

    Both are stretches of one sentence, at most ``LOOK_BACK`` and ``LOOK_AHEAD`` long.
    """
    if spoke(left):
        return Lean.PAST
    if _DEADLINE.match(right):
        return Lean.FUTURE
    found = None
    for found in _CUE.finditer(left):  # noqa: B007
        pass
    if found is None:
        found = _CUE.search(right)
    if found is None:
        return Lean.NONE
    if found["could"] or (found["past"] and _LIMIT.search(left)):
        return Lean.NONE
    if found["would"]:
        return Lean.FROM_PAST
    return Lean.FUTURE if found["future"] else Lean.PAST
