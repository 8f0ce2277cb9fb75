-- What a note on a passage stands on. Takes :id, :limit.
-- Columns: source_id, start, stop, label, published.
SELECT note.target_id AS source_id, note.start, note.stop, source.label, source.published
FROM note
JOIN source ON source.id = note.target_id
WHERE note.id = :id AND note.target_kind = 'source' AND note.start IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM orphan WHERE orphan.kind = 'note' AND orphan.ref_id = note.id)
LIMIT :limit
