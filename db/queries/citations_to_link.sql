-- Citations of outlets, and the sources that may be meant: the same publisher, published before.
-- Columns: source_id, start, stop, name, cited_id, published_latest.
SELECT citation.source_id, citation.start, citation.stop, citation.name, citation.cited_id,
    source.published_latest
FROM citation
JOIN source ON source.id = citation.source_id
WHERE citation.kind = 'outlet'
ORDER BY citation.source_id, citation.start
