-- Those of some entities and events that are there; an entity that is no longer found is not.
-- Takes :entities, :events (JSON arrays).
-- Columns: kind, id.
SELECT 'entity' AS kind, id
FROM entity
WHERE id IN (SELECT value FROM json_each(:entities)) AND lost = 0
UNION ALL
SELECT 'event', id
FROM event
WHERE id IN (SELECT value FROM json_each(:events))
ORDER BY 1, 2
