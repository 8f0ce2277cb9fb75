-- Sources without a date that have candidates for one. Columns: id.
SELECT id
FROM source
WHERE published IS NULL AND id IN (SELECT source_id FROM published_candidate)
ORDER BY id
