-- Sources whose texts match, last added first. Takes :expression (FTS5), :limit. Columns: id.
SELECT rowid AS id
FROM source_words
WHERE source_words MATCH :expression
ORDER BY rowid DESC
LIMIT :limit
