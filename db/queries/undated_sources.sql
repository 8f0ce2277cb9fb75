-- Sources that have candidates for a date, dated by their company or not at all.
-- Columns: id, published.
SELECT id, published
FROM source
WHERE
    (published IS NULL OR published_basis = 'inferred')
    AND id IN (SELECT source_id FROM published_candidate)
ORDER BY id
