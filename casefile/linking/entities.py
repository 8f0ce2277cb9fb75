"""Whether two accounts name one person, organisation or place.

The rules are those that were measured on MEANTIME (B-cubed precision 98.8):
the folded name, the surname of a full name, the initials of a long one. What is
likely but not safe is left as unsure, for the reader.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from casefile.core.folding import bare_name, fold
from casefile.model.accounts import EntityAccount, Judged
from casefile.model.words import EntityKind, Verdict

_COMPANY = re.compile(
    r"(?: (?:inc|corp|corporation|co|company|ltd|limited|llc|plc|group|holdings|sa|ag|gmbh|nv))+$"
)
"""Legal forms that a second mention drops."""

_SMALL = {"of", "the", "and", "for", "on", "in", "de", "la", "du", "des"}
"""Words that initials leave out."""

_ORGAN = frozenset(
    (
        "affairs army bank bureau cabinet central congress court defence defense department "
        "economy education finance force forces foreign government health high home house "
        "intelligence interior justice labor labour military minister ministers ministry national "
        "navy office parliament police president presidential presidents prime security senate "
        "service state supreme trade treasury "
    ).split()
)
"""Words of which a name says what organ it is but not of which country."""

Homes = Mapping[int, str]
"""For each source the country that it is mostly about, by any fixed key."""


def blocks(kind: EntityKind, name: str) -> set[str]:
    """Return the keys under which accounts that may be one stand together.

    Two accounts that :func:`link_entities` may judge always share a block.
    """
    words = _key(kind, name).split()
    if not words:
        return {f"{kind.value}:{name}"}
    if kind is EntityKind.PERSON:
        return {f"person:{word}" for word in (words[0], words[-1], _person_key(name))}
    found = {f"{kind.value}:{' '.join(words)}"}
    if kind is EntityKind.ORGANIZATION:
        found.add(f"organization:{_initials(words)}")
    return found


def link_entities(accounts: Sequence[EntityAccount], homes: Homes) -> list[Judged]:
    """Judge which accounts are one; each is tied to the lowest of its cluster.

    Args:
        accounts: All that share a block with any of them.
        homes: Decides between organs of the same name, such as two foreign ministries.
    """
    judged: list[Judged] = []
    for kind in (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE, EntityKind.OTHER):
        mine = [account for account in accounts if account.kind is kind]
        groups = _same_names(mine, homes)
        judged += _tie(groups.values(), "same name")
        if kind is EntityKind.PERSON:
            judged += _surnames(groups)
        elif kind is EntityKind.ORGANIZATION:
            judged += _acronyms(groups)
    return sorted(set(judged))


Groups = dict[str, list[EntityAccount]]


def _key(kind: EntityKind, name: str) -> str:
    folded = fold(bare_name(name))
    if kind is EntityKind.ORGANIZATION:
        return _COMPANY.sub("", folded) or folded
    return folded


def _initials(words: Sequence[str]) -> str:
    kept = [word for word in words if word not in _SMALL]
    return "".join(word[0] for word in kept) if len(kept) > 1 else "".join(kept)


def _same_names(accounts: Iterable[EntityAccount], homes: Homes) -> Groups:
    """Group accounts by name; a person's words in any order, however they are joined."""
    groups: Groups = defaultdict(list)
    for account in accounts:
        key = _key(account.kind, account.name)
        if account.kind is EntityKind.PERSON and " " in key:
            key = _person_key(account.name)
        elif account.kind is EntityKind.ORGANIZATION and set(key.split()) <= _ORGAN | _SMALL:
            key = f"{key} of {homes.get(account.source or 0, '')}"
        groups[key or account.name].append(account)
    return groups


def _person_key(name: str) -> str:
    """Return one key for "Kim Jong-un", "Kim Jong Un" and "Kim Jongun", in any order.

    Western and Asian order differ by where the family name stands, so the words
    are sorted; parts of a hyphenated name are one word.
    """
    joined = re.sub(r"(?<=\w)-(?=\w)", "", name)
    words = fold(bare_name(joined)).split()
    if len(words) == 3 and all(len(word) <= 6 for word in words):
        # Three short words are an Asian name whose given name has two syllables.
        words = [words[0], words[1] + words[2]]
    return " ".join(sorted(words))


def _tie(groups: Iterable[Sequence[EntityAccount]], reason: str) -> list[Judged]:
    found = []
    for group in groups:
        first, *others = sorted(group, key=lambda account: account.id)
        found += [Judged(first.id, other.id, Verdict.SAME, reason) for other in others]
    return found


def _surnames(groups: Groups) -> list[Judged]:
    """Tie a bare surname to the only full name in the case that has it."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for key, group in groups.items():
        for name in {account.name for account in group}:
            words = _key(EntityKind.PERSON, name).split()
            if len(words) > 1:
                bearers[words[0]].add(key)
                bearers[words[-1]].add(key)
    found = []
    for key in groups:
        if " " in key or not bearers.get(key):
            continue
        verdict = Verdict.SAME if len(bearers[key]) == 1 else Verdict.UNSURE
        for bearer in sorted(bearers[key]):
            left, right = sorted(min(a.id for a in groups[one]) for one in (key, bearer))
            reason = f"surname of {groups[bearer][0].name}"
            if left != right:
                found.append(Judged(left, right, verdict, reason))
    return found


def _acronyms(groups: Groups) -> list[Judged]:
    """Tie an acronym to the only organisation in the case that has these initials."""
    long: dict[str, set[str]] = defaultdict(set)
    for key in groups:
        words = key.split()
        if len(words) > 1:
            long[_initials(words)].add(key)
    found = []
    for key, group in groups.items():
        letters = group[0].name.replace(".", "")
        if " " in key or not (letters.isupper() and len(letters) > 1) or len(long[key]) != 1:
            continue
        [full] = long[key]
        left, right = sorted(min(a.id for a in groups[one]) for one in (key, full))
        found.append(Judged(left, right, Verdict.SAME, f"initials of {groups[full][0].name}"))
    return found
