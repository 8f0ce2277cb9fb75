-- Remember the ids of all accounts and facts of a source. Takes :id.
INSERT INTO former (kind, place, id)
SELECT 'entity', json_array(source_id, kind, folded), id FROM entity WHERE source_id = :id
UNION ALL
SELECT 'event', json_array(source_id, kind, anchor, ordinal), id
FROM event
WHERE source_id = :id
UNION ALL
SELECT 'fact', json_array(source_id, start, stop, ordinal), id
FROM fact
WHERE source_id = :id
ON CONFLICT (kind, place) DO NOTHING
