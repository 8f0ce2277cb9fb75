-- What goes with a source: it, what it tells, and the conflicts about events that it leads.
-- Takes :id. Columns: kind, id.
SELECT 'entity' AS kind, id FROM entity WHERE source_id = :id
UNION ALL
SELECT 'event', id FROM event WHERE source_id = :id
UNION ALL
SELECT 'fact', id FROM fact WHERE source_id = :id
UNION ALL
SELECT 'conflict', conflict.id
FROM event
JOIN conflict ON conflict.about_kind = 'event' AND conflict.about_id = event.id
WHERE event.source_id = :id
UNION ALL
SELECT 'source', id FROM source WHERE id = :id
ORDER BY 1, 2
