-- How far the case had come at a time, or a little before. Takes :at. Columns: those of the table.
SELECT at, source_id, entity_id, event_id, fact_id, conflict_id, lapse_id
FROM milestone
WHERE at <= :at
ORDER BY at DESC
LIMIT 1
