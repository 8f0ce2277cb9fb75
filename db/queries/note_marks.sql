-- What of a source's text a note stands on, between two places. Takes :id, :first, :behind.
-- Columns: start, stop, note_id.
SELECT start, stop, id AS note_id
FROM note
WHERE target_kind = 'source' AND target_id = :id AND start >= :first AND start < :behind
    AND NOT EXISTS (SELECT 1 FROM orphan WHERE orphan.kind = 'note' AND orphan.ref_id = note.id)
ORDER BY start, stop, id
