"""What a cluster of entities is called, and of what kind it is."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from casefile.core.folding import fold
from casefile.model.accounts import EntityAccount
from casefile.model.words import EntityKind


def cluster_kind(accounts: Sequence[EntityAccount]) -> EntityKind:
    """Return the kind that most mentions say; on a tie the first in the list of kinds."""
    votes: Counter[EntityKind] = Counter()
    for account in accounts:
        votes[account.kind] += account.mentions or 1
    return max(EntityKind, key=lambda kind: (votes[kind], -list(EntityKind).index(kind)))


def cluster_name(accounts: Sequence[EntityAccount]) -> str:
    """Return the name to show: a full one, then the one of most sources and mentions.

    A source counts once for a name, and not where it holds no mention any more. A person's full
    name has two words at least. Ties break by the longer name,
    then by the alphabet, so the choice never dances.
    """
    kind = cluster_kind(accounts)
    sources: dict[str, set[int | None]] = defaultdict(set)
    mentions: Counter[str] = Counter()
    for account in accounts:
        sources[account.name].update([account.source] if account.mentions else [])
        mentions[account.name] += account.mentions

    def rank(name: str) -> tuple[bool, bool, int, int, int, str]:
        words = fold(name).split()
        is_full = kind is not EntityKind.PERSON or len(words) > 1
        is_mixed = not name.isupper() or len(words) == 1
        return (not is_full, not is_mixed, -len(sources[name]), -mentions[name], -len(name), name)

    return min(sources, key=rank)
