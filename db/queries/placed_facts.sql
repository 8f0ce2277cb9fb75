-- Where the facts of a source stand, but for those whose words are gone. Takes :id.
-- Columns: id, start, stop, ordinal.
SELECT id, start, stop, ordinal
FROM fact
WHERE
    source_id = :id
    AND NOT EXISTS (SELECT 1 FROM orphan WHERE orphan.kind = 'fact' AND orphan.ref_id = fact.id)
ORDER BY id
