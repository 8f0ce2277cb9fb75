-- What goes with some sources: they, what they tell, and the conflicts about events that they lead.
-- Takes :ids (a JSON array). Columns: kind, id.
WITH gone AS MATERIALIZED (
    SELECT value AS id FROM json_each(:ids)
)

SELECT 'entity' AS kind, entity.id FROM gone JOIN entity ON entity.source_id = gone.id
UNION ALL
SELECT 'event', event.id FROM gone JOIN event ON event.source_id = gone.id
UNION ALL
SELECT 'fact', fact.id FROM gone JOIN fact ON fact.source_id = gone.id
UNION ALL
SELECT 'conflict', conflict.id
FROM gone
JOIN event ON event.source_id = gone.id
JOIN conflict ON conflict.about_kind = 'event' AND conflict.about_id = event.id
UNION ALL
SELECT 'source', source.id FROM gone JOIN source ON source.id = gone.id
ORDER BY 1, 2
