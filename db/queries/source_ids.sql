-- Every source, oldest publication first, undated last. Takes :limit (-1 for all). Columns: id.
SELECT id
FROM source
ORDER BY published_earliest IS NULL, published_earliest, id
LIMIT :limit
