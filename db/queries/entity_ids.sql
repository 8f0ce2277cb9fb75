-- Every entity, most mentioned first. Takes :limit. Columns: id.
SELECT id FROM entity_cluster ORDER BY mentions DESC, name, id LIMIT :limit
