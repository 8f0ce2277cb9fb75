-- What stood on words that are gone from the text of a source. Takes :id.
-- Columns: kind, ref_id, position, quote.
SELECT orphan.kind, orphan.ref_id, orphan.position, orphan.quote
FROM orphan
WHERE
    orphan.source_id = :id
    AND (
        orphan.kind != 'note' OR EXISTS (SELECT 1 FROM note WHERE note.id = orphan.ref_id)
    )
ORDER BY orphan.kind DESC, orphan.ref_id, orphan.position
