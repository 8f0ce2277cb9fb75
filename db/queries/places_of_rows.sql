-- By what entities, events and facts are known again, those no longer found, too.
-- Columns: kind, id, sha256, parts (a JSON array).
SELECT 'entity' AS kind, entity.id, source.sha256, json_array(entity.kind, folded) AS parts
FROM entity
JOIN source ON source.id = entity.source_id
UNION ALL
SELECT 'event', event.id, source.sha256, json_array(event.kind, anchor, ordinal)
FROM event
JOIN source ON source.id = event.source_id
UNION ALL
SELECT 'fact', fact.id, source.sha256, json_array(start, stop, ordinal)
FROM fact
JOIN source ON source.id = fact.source_id
UNION ALL
SELECT former.kind, former.id, source.sha256, json_remove(former.place, '$[0]')
FROM former
JOIN source ON source.id = json_extract(former.place, '$[0]')
WHERE former.kind IN ('entity', 'event', 'fact')
UNION ALL
SELECT 'source', id, sha256, '[]' FROM source
ORDER BY 1, 2
