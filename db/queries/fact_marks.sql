-- What of a source's text a fact stands on, between two places. Takes :id, :first, :behind.
-- Columns: start, stop, fact_id.
SELECT start, stop, id AS fact_id
FROM fact
WHERE
    source_id = :id AND start >= :first AND start < :behind
    AND NOT EXISTS (SELECT 1 FROM orphan WHERE orphan.kind = 'fact' AND orphan.ref_id = fact.id)
ORDER BY start, stop, id
