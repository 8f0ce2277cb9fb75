-- Where the notes on passages of a source stand, but for those whose words are gone. Takes :id.
-- Columns: id, start, stop.
SELECT id, start, stop
FROM note
WHERE
    target_kind = 'source'
    AND target_id = :id
    AND start IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM orphan WHERE orphan.kind = 'note' AND orphan.ref_id = note.id)
ORDER BY id
