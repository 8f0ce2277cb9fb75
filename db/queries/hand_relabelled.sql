-- All that readers said of what lines are. Columns: those of the table.
SELECT source_id, start, stop, version, kind, quote, made_by, made_at
FROM relabelled
ORDER BY source_id, start, stop, version
