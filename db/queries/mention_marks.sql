-- What a source's text mentions. Takes :id. Columns: start, stop, entity_id (a cluster), kind.
SELECT mention.start, mention.stop, entity.cluster_id AS entity_id, mention.kind
FROM mention
JOIN entity ON entity.id = mention.entity_id
WHERE mention.source_id = :id
ORDER BY mention.start, mention.stop
