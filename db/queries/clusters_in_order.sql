-- Every entity by id. Columns: id.
SELECT id FROM entity_cluster ORDER BY id
