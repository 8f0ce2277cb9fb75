-- What is found in a source: its names, its facts, and the events that it tells.
-- Takes :id. Columns: kind (of the thing), id, start, stop (of an event none), words.
SELECT 'entity' AS kind, entity_id AS id, start, stop, form AS words
FROM mention
WHERE source_id = :id
UNION ALL
SELECT 'fact', id, start, stop, statement
FROM fact
WHERE source_id = :id AND lost = 0
UNION ALL
SELECT 'event', id, NULL, NULL, title
FROM event
WHERE source_id = :id AND lost = 0
ORDER BY 1, 3, 4, 2
