"""Whether a statement affirms, denies or hedges what it says, by its main verb.

A negation counts only where it stands by the main verb: "if Japan does not", "who
did not" and "despite the refusal" deny nothing.
"""

import re
from functools import cache, lru_cache

from casefile.extraction.rules.words.places import words_in
from casefile.extraction.rules.words.verbs import alternatives, words
from casefile.model.words import Polarity

_LEAD = re.compile(
    r"^\s*(?:(?:And|But|Yet|So|However|Still|Meanwhile|and|but|yet|whereas|as|because)\b,?\s*)+"
)
_CONCESSION = re.compile(r"^(?:while|although|though)\s+", re.IGNORECASE)
_OPENING = re.compile(
    r"^(?:If|When|As|After|Before|Since|Once|Unless|Until|Because|Given|Despite|While|Although"
    r"|Though|Even (?:if|though)|Without|With|In|On|At|By|For|From|During|Following|Under"
    r"|Rather than|Instead of|Not only|Contrary to|According to)\b[^,]*,\s+(?=\S)"
)
_IS_CLAUSE = re.compile(
    r"\s*(?:In|On|At|By|For|From|With|During|Under|Following)\b"
    r"(?:(?!\b(?:which|that|who|where|when)\b)[^,])*"
    r"\b(?:may|might|is|are|was|were|has|had|will|would|did|does|could|can)\b"
)
"""What begins like a phrase of time or place and is the whole clause: "In May he may come"."""

_CONTRAST = re.compile(
    r"\bnot\s+(?:because|for|from|in|by|with|as|to|on|through|out of|at)\b[^,;]{1,60}?,?\s+but\b"
)
"""What is not so beside what is: "not because of rain but"."""

_IGNORANCE = re.compile(
    r"^[\"“”‘’']?\s*(?:I|we|they|he|she|you)\s+(?:do|does|did|could|can)"
    r"(?:\s+not|n[’']t|not)\s+(?:yet\s+)?"
    r"(?:know|understand|remember|see|say|recall)\b[^;]*?,\s+but\s+",
    re.IGNORECASE,
)
"""What only tells that the speaker does not know something else."""

_APPOSITION = re.compile(r",\s+(?:who|which|whose|whom|where|when|a|an|the)\b[^,]*,")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SUBORDINATE = re.compile(
    r"\b(?<=\s)(?:if|unless|because|who|whom|whose|which|where|when|while|although|though|after"
    r"|before|(?<!not )until|since|despite|whether|lest|so that|in order|without|rather than"
    r"|instead of|with no"
    r"|in case|as long as|even if|in return|in exchange|except|aimed at|aimed to)\b"
)
SUBORDINATING_WORDS = frozenset(
    "if unless because who whom whose which where when while although though after before until"
    " since despite whether lest so order without rather instead no case long return exchange"
    " except aimed".split()
)
_THAT = re.compile(r"\b(?<=\s)that\b")
_HOLDS = re.compile(
    r"(?:\b(?:is|are|was|were|be|made|makes|making|became|seems?|appears?)\s+(?:\w+\s+)?(?:it\s+)?"
    r"(?:clear|true|certain|possible|likely|unlikely|obvious|evident|sure|aware|known|reported"
    r"|said|believed|understood|confident|convinced)|\b(?:means?|meant|shows?|showed|shown"
    r"|found|finds|ensures?|knows?|knew|proves?|proved|turns? out|turned out))\s+$"
)
"""What makes the clause after "that" the statement itself."""

_NEGATION = re.compile(
    r"\b(?:not|never|cannot|neither|none|nobody|nothing|nowhere|no(?!-))\b|n[’']t\b", re.IGNORECASE
)
_AFFIRMING = re.compile(
    r"\b(?:nobody|no[- ]one|none|no \w+|few)\b[^,;]{0,60}?\b(?:disput|den|doubt|question"
    r"|contest|fail|refus|reject|challeng)(?:e|y|s|es|ies|ied|ed|d)?\b"
    r"|\bnot (?:without|un\w+|in\w+(?:able|ible))\b"
    r"|\b(?:no doubt|no (?:fewer|less|later|earlier|more) than|not (?:only|just|merely|simply"
    r"|least|surprisingly|yet clear|clear|known|immediately clear|sure|certain|uncommon"
    r"|all|every|until|to mention|far)\b|no matter|no wonder|nothing (?:but|short of)"
    r"|No\. ?\d|why not|whether or not|if not|never(?:theless| before)|no secret"
    r"|no stranger|(?:but|though|although|albeit|or) not|, not (?=[a-z]+)|none other than"
    r"|no exception|no need)"
    r"|(?:not|n[’']t|never|cannot|unable to|refused to|declined to|failed to|stopped short of)"
    r"\s+(?:\w+\s+)?(?:deny|denied|rule out|ruled out|exclude|excluded|dispute|disputed|doubt"
    r"|doubted|contradict|refute|reject|rejected|denying|ruling out|preclude|fail|failed"
    r"|refuse|refused|hide|hidden|stop|stopped|hesitate|hesitated|confirm or deny)\b"
    r"|\bneither confirmed? nor den(?:y|ied)"
    r"|\b(?:impossible|difficult|hard) to deny",
    re.IGNORECASE,
)
_COMMENT = re.compile(
    r"\b(?:declin|refus|refrain)\w*\s+(?:to|from)\s+(?:immediately\s+|further\s+|publicly\s+)?"
    r"(?:comment|be (?:named|identified|quoted|drawn)|speculat|elaborat|discuss|say\b|disclos"
    r"|provid\w+ (?:any |further |more )*details|give (?:any |further |more )*details"
    r"|answer|name\b|reveal)",
    re.IGNORECASE,
)
_DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refus(?:e|es|ed|ing)|refut(?:e|es|ed|ing)"
    r"|fail(?:s|ed|ing)? (?:\w+ )?to|(?:has|have|had) (?:still )?yet to|ceas(?:e|es|ed) to"
    r"|neglect(?:s|ed)? to|omit(?:s|ted)? to|forg(?:ets?|ot) to|stop(?:s|ped)? short of|too \w+ to"
    r"|(?:prevent|bar|block|stop|discourag|dissuad)\w* [^,;]{1,50}? from(?= \w+ing)"
    r"|(?:kept|keeps) \w+ from(?= \w+ing)"
    r"|rebuff(?:s|ed|ing)?|rebut(?:s|ted)?|dispel(?:s|led)?"
    r"|dismiss(?:es|ed) (?!from\b)[^,;]{0,60}?\bas\b|rul(?:e|es|ed|ing) out|veto(?:es|ed)"
    r"|refrain(?:s|ed)? from|unable to|lacks|lacked|lack any|failed in (?:his|her|its|their)"
    r"|(?:was|were|is|are|been) (?:false|untrue|unfounded|baseless|fabricated|unable|impossible)"
    r"|had no\b|has no\b|have no\b|avoid(?:s|ed)|balk(?:s|ed) at|call(?:s|ed)? off|cancel(?:s|l?ed)"
    r"|turn(?:s|ed) down|reneged? on|withh(?:olds|eld))\b",
    re.IGNORECASE,
)
_TURNING = re.compile(f"{_NEGATION.pattern}|{_DENYING.pattern}")
"""Both, for small letters alone, which is three times as fast."""

TURNING_WORDS = frozenset(
    "not never cannot neither none nobody nothing nowhere no t"
    " deny denies denied denying reject rejects rejected rejecting refuse refuses refused refusing"
    " refute refutes refuted refuting fail fails failed failing yet cease ceases ceased neglect"
    " neglects neglected omit omits omitted forget forgets forgot short too from rebuff rebuffs"
    " rebuffed rebuffing rebut rebuts rebutted dispel dispels dispelled dismisses dismissed out"
    " vetoes vetoed refrain refrains refrained unable lacks lacked lack false untrue unfounded"
    " baseless fabricated impossible avoids avoided balks balked off cancels canceled cancelled"
    " down renege reneged withholds withheld".split()
)
"""One of these, ``t`` of "don't", stands in all that the pattern matches; most clauses have none,
and to look for them by their words spares a slow search. So with the two sets below."""

_HEDGE = re.compile(
    r"\b(?:(?P<modal>may|might|could)(?=\s+(?!\d)(?:not\s+|also\s+|still\s+|well\s+|yet\s+"
    r"|even\s+|soon\s+|already\s+"
    r"|never\s+|\w+ly\s+)*[a-z])"
    r"|\b(?:reportedly|allegedly|apparently|purportedly|supposedly|presumably|possibly|perhaps"
    r"|maybe|probably|seemingly|ostensibly|unconfirmed|unverified)\b"
    r"|\b(?:is|are|was|were|be|been|being|widely|long)\s+(?P<passive>believed|thought"
    r"|suspected|understood"
    r"|alleged|rumou?red|said|reported|feared|presumed|assumed)\b(?=\s+(?:to|that)\b)"
    r"|\b(?:seems?|seemed|appears?|appeared)\b(?=\s+(?:to\b|that\b|as if|like\b|(?!"
    r"(?:in|at|on|off|before|near|for|from|with|under|outside|beside|behind|alongside|among|over"
    r"|and|again|here|there|out|next|this|last)\b)[a-z]+\b))"
    r"|\b(?:unlikely|likely)\b(?=\s+(?:to|that|be|have|the|a)\b)"
    r"|\b(?:is|are|was|were|remains?|remained)\s+(?P<unclear>unclear|uncertain|unknown|possible"
    r"|not (?:yet |immediately |entirely )?(?:clear|known|certain)|in doubt|doubtful)"
    r"|\b(?:suspects?|suspected)\b(?=\s+(?:that|the|its?|their|of|he|she|they|[A-Z]))"
    r"|\b(?:suggests?|suggested)\b(?=\s+(?:that|the|he|she|it|they|[A-Z]))"
    r"|\bapparent\b(?=\s+(?:attempt|effort|bid|sign|reference|move|response|retaliation|breach"
    r"|violation|suicide|assassination|attack|error|victory)))"
)
HEDGING_WORDS = frozenset(
    "may might could reportedly allegedly apparently purportedly supposedly presumably possibly"
    " perhaps maybe probably seemingly ostensibly unconfirmed unverified believed thought suspected"
    " understood alleged rumoured rumored said reported feared presumed assumed seem seems seemed"
    " appear appears appeared likely unlikely suspect suspects suggest suggests suggested"
    " apparent".split()
)
HEDGING_STEMS = ("clear", "certain", "known", "possible", "doubt")
"""The pattern may end in the midst of a word after these: "was unclear"."""

_MAY_DAY = re.compile(
    r"\b(?:in|on|of|since|by|until|late|early|mid|last|next|this|and|from|to)\s+$"
)


@lru_cache(maxsize=4)
def core(statement: str) -> str:
    """Return the main clause: without opening phrases, asides and subordinate clauses.

    >>> core("If they do not come, the talks, which began late, will go on until they do")
    'the talks will go on '
    """
    bare = _ASIDE.sub("", statement) if "(" in statement or "[" in statement else statement
    known = words_in(bare)
    bare = _LEAD.sub("", bare)
    if "but" in known:
        bare = _CONTRAST.sub("", _IGNORANCE.sub("", bare))
    while (opening := _OPENING.match(bare)) and not _IS_CLAUSE.match(opening.group()):
        bare = bare[opening.end() :]
    bare = _CONCESSION.sub("", bare)
    bare = _APPOSITION.sub("", bare) if bare.count(",") > 1 else bare
    end = len(bare)
    for match in _SUBORDINATE.finditer(bare) if known & SUBORDINATING_WORDS else ():
        if match.start() > 0:
            end = match.start()
            break
    for match in _THAT.finditer(bare, 0, end) if "that" in known else ():
        if not _HOLDS.search(bare, 0, match.start()):
            end = match.start()
            break
    return bare[:end]


_GUESSING = re.compile(r"suspect(?:s|ed)?|suggest(?:s|ed)?|speculate[sd]?")
_TURNED = re.compile(r"den(?:y|ies|ied|ying)|refut\w+|reject\w*")
"""Verbs of saying that hedge what follows, and those that deny it."""


def hedge(statement: str, cue: str | None = None) -> str | None:
    """Return the word that leaves the statement open, as it stands there, or None.

    ``cue`` is the verb by which somebody says it: "suspects" hedges what follows.
    The month of May is no hedge.
    """
    if cue and _GUESSING.fullmatch(cue):
        return cue
    if not (words_in(statement) & HEDGING_WORDS or any(s in statement for s in HEDGING_STEMS)):
        return None
    here = core(statement)
    for match in _HEDGE.finditer(here):
        if match.group("modal") and _is_no_modal(here, match):
            continue
        group = match.lastgroup
        return match.group(group) if group else match.group()
    return None


_POWER = re.compile(r"(?:[’']s?|\b(?:the|its|his|her|their|of|all|with|military|naval))\s+$")
"""What stands before "might" where it means power."""


def _is_no_modal(here: str, match: re.Match[str]) -> bool:
    """Tell whether "may" is the month or grants leave, or "might" is power."""
    before, modal = here[: match.start()], match.group("modal").lower()
    if modal == "might":
        return _POWER.search(before) is not None
    if modal != "may":
        return False
    return bool(_MAY_DAY.search(before) or _LEAVE.match(f"{before}{here[match.start() :]}"))


@cache
def _permitted() -> str:
    return alternatives(words("moods.txt", "permitted"))


_LEAVE = re.compile(
    rf"\W*(?:only\s+)?(?:{_permitted()})\s+(?:over \w+\s+)?may\s+"
    r"(?:not\s+|only\s+|now\s+)?(?!have\b|be\b|well\b)[a-z]",
    re.IGNORECASE,
)
"""A rule: a bare plural of people to whom leave is given: "visitors may not smoke"."""


def polarity(statement: str, cue: str | None = None) -> Polarity:
    """Return whether the statement says that its content is so, or that it is not.

    ``cue`` is the verb by which somebody says it; "denied" turns what follows.
    Double negation affirms, and who declines to comment denies nothing.
    """
    turned = bool(cue and _TURNED.fullmatch(cue))
    is_so = turned == (bool(words_in(statement) & TURNING_WORDS) and is_negated(core(statement)))
    return Polarity.AFFIRMED if is_so else Polarity.DENIED


def is_negated(clause: str) -> bool:
    """Tell whether the clause, taken by itself, says that something is not so."""
    if not _TURNING.search(clause.lower()):
        return False  # Most clauses; it saves the dearer patterns.
    bare = _COMMENT.sub(" ", _AFFIRMING.sub(" ", clause))
    for match in _NEGATION.finditer(bare):
        if not re.match(r"\s+(?:to\b|only\b)", bare[match.end() :]):
            return True
        # "agreed not to attack" affirms the agreement; "did not" before "to" does not occur.
    return any(not _is_modifier(bare, match) for match in _DENYING.finditer(bare))


def _is_modifier(bare: str, match: re.Match[str]) -> bool:
    """Tell whether a denying word only colours a noun: "the failed coup", "to refuse"."""
    before = bare[: match.start()].rstrip()
    word = match.group().split()[0].lower()
    if word.endswith("ed") and re.search(
        r"\b(?:the|a|an|his|her|its|their|of|after|this)$", before, re.IGNORECASE
    ):
        return True
    return bool(re.search(r"\b(?:to|of|for|from|by|would|could|may|might|if)$", before)) and not (
        re.search(r"\b(?:continue[sd]?|decided|vowed|chose|ordered) to$", before)
    )
