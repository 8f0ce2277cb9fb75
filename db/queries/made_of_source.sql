-- What readers made in a source, entities before events before facts. Takes :source_id.
-- Columns: those of the table.
SELECT source_id, start, stop, kind, ordinal, thing_id, told, things, made_by, made_at, version
FROM made
WHERE source_id = :source_id
ORDER BY kind, start, stop, ordinal
