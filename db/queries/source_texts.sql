-- The texts of some sources. Takes :ids (a JSON array). Columns: id, text.
SELECT source_id AS id, text FROM source_text WHERE source_id IN (SELECT value FROM json_each(:ids))
