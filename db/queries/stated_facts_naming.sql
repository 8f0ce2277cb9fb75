-- Facts of other sources of which a reader stated something that a source names or tells.
-- Takes :source_id.
-- Columns: id.
SELECT DISTINCT stated_fact.fact_id AS id
FROM stated_fact
JOIN json_each(stated_fact.things) AS thing
LEFT JOIN entity ON thing.value ->> 0 = 'entity' AND entity.id = thing.value ->> 1
LEFT JOIN event ON thing.value ->> 0 = 'event' AND event.id = thing.value ->> 1
WHERE :source_id IN (entity.source_id, event.source_id)
ORDER BY 1
