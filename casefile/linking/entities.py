"""Whether two accounts name one person, organisation or place.

Safe is what was measured on MEANTIME (B-cubed precision 98 to 99): the folded name, and in
reports of one country the surname of a full name and the initials of a long one. What is
likely but not safe is left as unsure, for the reader: in a case of many stories a bare surname
in a report of another country is mostly a stranger's.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from casefile.core.bodies import body_key
from casefile.core.folding import bare_name, fold
from casefile.core.persons import (
    is_initial_of,
    is_middled,
    is_shorter,
    opens_with_family,
    person_key,
    sound,
)
from casefile.model.accounts import EntityAccount, Judged
from casefile.model.words import EntityKind, Verdict

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

_HOME = " \N{INFORMATION SEPARATOR ONE} "
"""Between a bare name and the country of the reports in which it is one bearer's."""


def blocks(kind: EntityKind, name: str) -> set[str]:
    """Return the keys under which accounts that may be one stand together.

    Two accounts that :func:`link_entities` may judge always share a block.
    """
    words = _key(kind, name).split()
    if not words:
        return {f"{kind.value}:{name}"}
    if kind is EntityKind.PERSON:
        keys = (words[0], words[-1], person_key(name), sound(name))
        return {f"person:{key}" for key in keys}
    found = {f"{kind.value}:{' '.join(words)}"}
    if kind is EntityKind.ORGANIZATION:
        found |= {f"organization:{letters}" for letters in _initials(name)}
    return found


def link_entities(accounts: Sequence[EntityAccount], homes: Homes) -> list[Judged]:
    """Judge which accounts are one; each is tied to the lowest of its cluster.

    Args:
        accounts: All that share a block with any of them.
        homes: Decides between organs of the same name, such as two foreign ministries, and
            whether a bare surname may be that of somebody in another report.
    """
    judged: list[Judged] = []
    for kind in (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE, EntityKind.OTHER):
        mine = [account for account in accounts if account.kind is kind]
        groups = _same_names(mine, homes)
        judged += _tie(groups.values(), "same name")
        if kind is EntityKind.PERSON:
            judged += _parts_of_names(groups, homes)
            judged += _sounds(groups)
        elif kind is EntityKind.ORGANIZATION:
            judged += _acronyms(groups, homes)
    return sorted(_surest(judged))


Groups = dict[str, list[EntityAccount]]


def _surest(judged: Iterable[Judged]) -> Iterable[Judged]:
    """Return one judgement for each pair: that it is one, where any rule says so."""
    found: dict[tuple[int, int], Judged] = {}
    for one in sorted(judged, key=lambda one: (one.verdict is not Verdict.SAME, one)):
        found.setdefault((one.left, one.right), one)
    return found.values()


def _key(kind: EntityKind, name: str) -> str:
    if kind is EntityKind.ORGANIZATION:
        return body_key(name)
    return fold(bare_name(name))


def _initials(name: str) -> set[str]:
    """Return the initials of a body, with and without its legal form; of a word itself."""
    found = set()
    for folded in (fold(bare_name(name)), body_key(name)):
        kept = [word for word in folded.split() if word not in _SMALL]
        found.add("".join(word[0] for word in kept) if len(kept) > 1 else "".join(kept))
    return found


def _same_names(accounts: Iterable[EntityAccount], homes: Homes) -> Groups:
    """Group accounts by name; a person's words in any order, however they are joined.

    A bare name is one bearer's in the reports of one country only.
    """
    groups: Groups = defaultdict(list)
    for account in accounts:
        key = _key(account.kind, account.name)
        if account.kind is EntityKind.PERSON and " " in key:
            key = person_key(account.name)
        elif account.kind is EntityKind.PERSON and key:
            key = f"{key}{_HOME}{homes.get(account.source or 0, '')}"
        elif account.kind is EntityKind.ORGANIZATION and set(key.split()) <= _ORGAN | _SMALL:
            key = f"{key} of {homes.get(account.source or 0, '')}"
        groups[key or account.name].append(account)
    return groups


def _tie(groups: Iterable[Sequence[EntityAccount]], reason: str) -> list[Judged]:
    found = []
    for group in groups:
        first, *others = sorted(group, key=lambda account: account.id)
        found += [Judged(first.id, other.id, Verdict.SAME, reason) for other in others]
    return found


def _judged(groups: Groups, one: str, other: str, verdict: Verdict, reason: str) -> list[Judged]:
    """Return the judgement on two groups, by the lowest account of each."""
    left, right = sorted(min(a.id for a in groups[key]) for key in (one, other))
    return [Judged(left, right, verdict, reason)] if left != right else []


def _parts_of_names(groups: Groups, homes: Homes) -> list[Judged]:
    """Tie a name without its middle parts, and a bare surname, to the only one that has more."""
    names = {
        key: min(one.name for one in group)
        for key, group in groups.items()
        if " " in key and _HOME not in key
    }
    by_last: dict[str, list[str]] = defaultdict(list)
    for key in sorted(names):
        by_last[_key(EntityKind.PERSON, names[key]).split()[-1]].append(key)
    found: list[Judged] = []
    whole: dict[str, str] = {}
    for keys in by_last.values():
        middled = [one for one in keys if is_middled(names[one])]
        initialled = [one for one in keys if names[one][1:2] in (".", " ")]
        for key in keys if middled else ():
            longer = [one for one in middled if is_shorter(names[key], names[one])]
            verdict = Verdict.SAME if len(longer) == 1 else Verdict.UNSURE
            for one in longer:
                found += _judged(groups, key, one, verdict, f"shorter form of {names[one]}")
            if len(longer) == 1:
                whole[key] = longer[0]
        for key in initialled:
            for one in (one for one in keys if is_initial_of(names[key], names[one])):
                found += _judged(groups, key, one, Verdict.UNSURE, f"initial of {names[one]}")
    return found + _surnames(groups, whole, homes)


def _countries(group: Iterable[EntityAccount], homes: Homes) -> set[str]:
    """Return the countries of the reports in which accounts stand, as far as they are known."""
    return {homes[one.source] for one in group if one.source is not None and one.source in homes}


def _surnames(groups: Groups, whole: Mapping[str, str], homes: Homes) -> list[Judged]:
    """Tie a bare surname to the only full name that has it, in reports of the same country.

    Where no report tells a country, or none of that country has such a full name, the only
    one of the case is proposed.

    Args:
        groups: Accounts by key.
        whole: Keys of shorter forms to those of the full name, which are one bearer.
        homes: The country of each report.
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    lands: dict[str, set[str]] = defaultdict(set)
    for key, group in groups.items():
        if _HOME in key:
            continue
        lands[whole.get(key, key)] |= _countries(group, homes)
        for name in {account.name for account in group}:
            words = _key(EntityKind.PERSON, name).split()
            if len(words) > 1:
                bearers[words[0]].add(whole.get(key, key))
                bearers[words[-1]].add(whole.get(key, key))
    found = []
    for key in groups:
        surname, is_bare, home = key.partition(_HOME)
        borne = bearers.get(surname) if is_bare else None
        if not borne:
            continue
        near = {one for one in borne if not home or not lands[one] or home in lands[one]}
        is_sure = len(near) == 1 and any(
            surname == _key(EntityKind.PERSON, one.name).split()[-1] or opens_with_family(one.name)
            for bearer in near
            for one in groups[bearer]
        )
        verdict = Verdict.SAME if is_sure else Verdict.UNSURE
        for bearer in sorted(near or (borne if len(borne) == 1 else ())):
            reason = f"surname of {min(one.name for one in groups[bearer])}"
            found += _judged(groups, key, bearer, verdict, reason)
    return found


def _sounds(groups: Groups) -> list[Judged]:
    """Propose that two full names are one where only their romanisation differs."""
    alike: dict[str, set[str]] = defaultdict(set)
    for key, group in groups.items():
        if " " in key and _HOME not in key:
            alike[min(sound(one.name) for one in group)].add(key)
    found = []
    for keys in alike.values():
        first, *others = sorted(keys)
        for key in others:
            found += _judged(groups, first, key, Verdict.UNSURE, "sounds the same")
    return found


def _acronyms(groups: Groups, homes: Homes) -> list[Judged]:
    """Tie an acronym to the only organisation in the case that has these initials.

    It is proposed where the one stands in reports of other countries than the other.
    """
    long: dict[str, set[str]] = defaultdict(set)
    for key, group in groups.items():
        if " " in key:
            for name in {one.name for one in group}:
                for letters in _initials(name):
                    long[letters].add(key)
    found = []
    for key, group in groups.items():
        letters = min(one.name for one in group).replace(".", "")
        if " " in key or not (letters.isupper() and len(letters) > 1) or len(long[key]) != 1:
            continue
        [full] = long[key]
        reason = f"initials of {min(one.name for one in groups[full])}"
        lands, others = _countries(group, homes), _countries(groups[full], homes)
        is_near = not lands or not others or bool(lands & others)
        verdict = Verdict.SAME if is_near else Verdict.UNSURE
        found += _judged(groups, key, full, verdict, reason)
    return found
