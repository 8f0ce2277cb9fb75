"""What costly engines found, kept in the case so that they need not run again.

One row for a source and an engine. It holds for the article as the engine saw it and for
the engine as it was: where either is another now, the row is passed over, and replaced by
what is found anew. It goes with its source, and no export holds it.
"""

import hashlib
import json
import zlib

from casefile.core.flaws import flaw
from casefile.model.article import Article
from casefile.model.findings import Findings
from casefile.model.plain import from_plain, to_plain
from casefile.model.words import SourceId
from casefile.store.store import Store

_UNSEEN = frozenset(("path", "sha256", "format", "codec", "warnings"))
"""Fields of an article that say how the file lay, not what it says: no engine may heed them."""

_LARGEST = 200 * 1024 * 1024
"""Bytes that a row may unfold to; an article of 10,000 words gives 200,000."""


def key_of(article: Article, fingerprint: str) -> str:
    """Return a hash over the engine and all of the article that it may heed."""
    seen = {name: value for name, value in to_plain(article).items() if name not in _UNSEEN}
    told = json.dumps([fingerprint, seen], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def keep(
    store: Store,
    source: SourceId,
    article: Article,
    *,
    engine: str,
    fingerprint: str,
    findings: Findings,
) -> None:
    """Keep what an engine found in a source, inside ``write()``."""
    store.run(
        "keep_findings",
        source_id=source,
        engine=engine,
        key=key_of(article, fingerprint),
        findings=_folded(findings),
    )


def kept(
    store: Store, source: SourceId, article: Article, *, engine: str, fingerprint: str
) -> Findings | None:
    """Return what the engine found in the article, where that is kept and can be read."""
    row = store.one(
        "kept_findings", source_id=source, engine=engine, key=key_of(article, fingerprint)
    )
    return _unfolded(row["findings"], len(article.text)) if row else None


def unreadable_engines(store: Store, source: int) -> list[str]:
    """Return the engines whose kept findings in a source cannot be read, or do not fit it."""
    rows = store.rows("all_kept_findings", source_id=source)
    return [row["engine"] for row in rows if _unfolded(row["findings"], row["characters"]) is None]


def _folded(findings: Findings) -> bytes:
    plain = json.dumps(to_plain(findings), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(plain.encode("utf-8", "surrogatepass"))


def _unfolded(held: bytes, length: int) -> Findings | None:
    """Return the findings; None where a file from elsewhere, or from a later casefile, has others.

    ``length`` is of the text, in code points.
    """
    try:
        plain = zlib.decompressobj().decompress(held, _LARGEST).decode("utf-8", "surrogatepass")
        findings = from_plain(Findings, json.loads(plain))
    except (ValueError, RecursionError, zlib.error):
        return None
    return None if flaw(findings, length) else findings
