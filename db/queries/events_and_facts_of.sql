-- The events and facts of a source. Takes :id. Columns: kind, id.
SELECT 'event' AS kind, id FROM event WHERE source_id = :id
UNION ALL
SELECT 'fact', id FROM fact WHERE source_id = :id
ORDER BY 1, 2
