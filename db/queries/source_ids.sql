-- Every source, oldest publication first, undated last. Takes :limit (-1 for all). Columns: id.
SELECT id
FROM source
ORDER BY published_earliest NULLS LAST, id
LIMIT :limit
