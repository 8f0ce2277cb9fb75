-- What a source's text mentions between two places. Takes :id, :first, :behind.
-- Columns: start, stop, entity_id (a cluster), kind.
SELECT mention.start, mention.stop, entity.cluster_id AS entity_id, mention.kind
FROM mention
JOIN entity ON entity.id = mention.entity_id
WHERE mention.source_id = :id AND mention.start >= :first AND mention.start < :behind
ORDER BY mention.start, mention.stop
