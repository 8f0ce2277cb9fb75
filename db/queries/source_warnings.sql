-- What was odd about a source's file. Takes :id. Columns: text.
SELECT text FROM source_warning WHERE source_id = :id ORDER BY position
