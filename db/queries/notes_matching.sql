-- Notes whose words match, best first. Takes :expression (FTS5), :limit. Columns: id.
SELECT rowid AS id FROM note_words WHERE note_words MATCH :expression ORDER BY rank LIMIT :limit
