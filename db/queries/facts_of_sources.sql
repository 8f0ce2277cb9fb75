-- Facts that some sources state. Takes :ids (a JSON array). Columns: id.
SELECT id FROM fact WHERE source_id IN (SELECT value FROM json_each(:ids)) ORDER BY id
