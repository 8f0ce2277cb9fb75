-- What readers said that lines of a source are, what was said last at the end. Takes :id.
-- Columns: those of the table.
SELECT source_id, start, stop, version, kind, quote, made_by, made_at
FROM relabelled
WHERE source_id = :id
ORDER BY made_at, version, start, stop
