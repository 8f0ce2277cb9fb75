-- What readers made of other things, events before facts. No parameters. Columns: those of the table.
SELECT source_id, start, stop, kind, ordinal, thing_id, told, things, made_by, made_at
FROM made
WHERE things != '[]'
ORDER BY kind, source_id, start, stop, ordinal
