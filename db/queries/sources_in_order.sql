-- Every source by id. Columns: id.
SELECT id FROM source ORDER BY id
