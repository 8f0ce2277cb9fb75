-- Sources that have candidates for a date, dated by their company or not at all, but for those
-- of which the reader said it, or that it is not known.
-- Columns: id, published.
SELECT id, published
FROM source
WHERE
    (published IS NULL OR published_basis = 'inferred')
    AND ' ' || given || ' ' NOT LIKE '% published %'
    AND id IN (SELECT source_id FROM published_candidate)
ORDER BY id
