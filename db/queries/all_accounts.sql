-- Every account of an entity or an event. Columns: kind, id.
SELECT 'entity' AS kind, id FROM entity
UNION ALL
SELECT 'event', id FROM event
ORDER BY 1, 2
