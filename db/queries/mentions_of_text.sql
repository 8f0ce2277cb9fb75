-- The mentions of a source, to be put elsewhere in it. Takes :source_id.
-- Columns: start, stop, entity_id, kind, form.
SELECT start, stop, entity_id, kind, form
FROM mention
WHERE source_id = :source_id
ORDER BY start, stop
