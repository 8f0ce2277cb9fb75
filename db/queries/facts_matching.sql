-- Facts whose words match, best first. Takes :expression (FTS5), :limit. Columns: id.
SELECT rowid AS id FROM fact_words WHERE fact_words MATCH :expression ORDER BY rank LIMIT :limit
