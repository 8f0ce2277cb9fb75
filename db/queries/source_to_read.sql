-- The next source that is to be read again. Columns: id.
SELECT source_id AS id FROM source_to_read ORDER BY source_id LIMIT 1
