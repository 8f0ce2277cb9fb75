-- The text of one source. Takes :id. Columns: text.
SELECT text FROM source_text WHERE source_id = :id
