-- By what some things are known again. Takes :sources, :entities, :events, :facts (JSON arrays).
-- Columns: kind, id, sha256, parts (a JSON array).
SELECT 'entity' AS kind, entity.id, source.sha256, json_array(entity.kind, folded) AS parts
FROM entity
JOIN source ON source.id = entity.source_id
WHERE entity.id IN (SELECT value FROM json_each(:entities))
UNION ALL
SELECT 'event', event.id, source.sha256, json_array(event.kind, anchor, ordinal)
FROM event
JOIN source ON source.id = event.source_id
WHERE event.id IN (SELECT value FROM json_each(:events))
UNION ALL
SELECT 'fact', fact.id, source.sha256, json_array(start, stop, ordinal)
FROM fact
JOIN source ON source.id = fact.source_id
WHERE fact.id IN (SELECT value FROM json_each(:facts))
UNION ALL
SELECT 'source', id, sha256, '[]' FROM source WHERE id IN (SELECT value FROM json_each(:sources))
ORDER BY 1, 2
