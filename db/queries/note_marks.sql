-- What of a source's text a note stands on. Takes :id. Columns: start, stop, note_id.
SELECT start, stop, id AS note_id
FROM note
WHERE target_kind = 'source' AND target_id = :id AND start IS NOT NULL
ORDER BY start, stop, id
