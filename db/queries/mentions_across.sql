-- The mentions that a stretch of a source overlaps. Takes :source_id, :start, :stop.
-- Columns: start, stop, entity_id, kind, form.
SELECT start, stop, entity_id, kind, form
FROM mention
WHERE source_id = :source_id AND start < :stop AND stop > :start
ORDER BY start, stop
