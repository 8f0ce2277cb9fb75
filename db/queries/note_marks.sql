-- What of a source's text a note stands on. Takes :id. Columns: start, stop, note_id.
SELECT start, stop, id AS note_id
FROM note
WHERE target_kind = 'source' AND target_id = :id AND start IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM orphan WHERE orphan.kind = 'note' AND orphan.ref_id = note.id)
ORDER BY start, stop, id
