-- Up to where a reader has seen all. Takes :reader. Columns: those of the table.
SELECT reader, at, source_id, entity_id, event_id, fact_id, conflict_id, lapse_id
FROM seen
WHERE reader = :reader
