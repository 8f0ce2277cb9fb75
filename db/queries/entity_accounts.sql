-- The accounts of one entity. Takes :id. Columns: id, source_id, name, description.
SELECT id, source_id, name, description FROM entity WHERE cluster_id = :id ORDER BY id
