-- Notes that match, last written first. Takes :expression (FTS5), :limit. Columns: id.
SELECT rowid AS id
FROM note_words
WHERE note_words MATCH :expression
ORDER BY rowid DESC
LIMIT :limit
