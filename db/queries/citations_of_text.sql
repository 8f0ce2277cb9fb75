-- The citations of a source, to be put elsewhere in it. Takes :source_id.
-- Columns: start, stop, name, kind, entity_id.
SELECT start, stop, name, kind, entity_id
FROM citation
WHERE source_id = :source_id
ORDER BY start, stop, name
