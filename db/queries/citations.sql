-- On whose word a source relies. Takes :id. Columns: name, kind, entity_id (a cluster),
-- cited_id, start, stop.
SELECT
    citation.name,
    citation.kind,
    entity.cluster_id AS entity_id,
    citation.cited_id,
    citation.start,
    citation.stop
FROM citation
LEFT JOIN entity ON entity.id = citation.entity_id
WHERE citation.source_id = :id
ORDER BY citation.start, citation.stop
