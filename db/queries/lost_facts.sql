-- Those of some facts that are no longer found. Takes :ids (a JSON array). Columns: id.
SELECT id FROM fact WHERE lost = 1 AND id IN (SELECT value FROM json_each(:ids)) ORDER BY id
