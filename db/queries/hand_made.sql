-- Everything that readers made. Columns: those of the table.
SELECT source_id, start, stop, kind, ordinal, thing_id, told, things, made_by, made_at, version
FROM made
ORDER BY source_id, start, stop, kind, ordinal
