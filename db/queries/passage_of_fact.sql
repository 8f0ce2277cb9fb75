-- What a fact stands on. Takes :id, :limit. Columns: source_id, start, stop, label, published.
SELECT fact.source_id, fact.start, fact.stop, source.label, source.published
FROM fact
JOIN source ON source.id = fact.source_id
WHERE
    fact.id = :id
    AND NOT EXISTS (SELECT 1 FROM orphan WHERE orphan.kind = 'fact' AND orphan.ref_id = fact.id)
LIMIT :limit
