-- The account by which a source names an entity. Takes :source_id, :id (a cluster). Columns: id.
SELECT id FROM entity WHERE source_id = :source_id AND cluster_id = :id ORDER BY id LIMIT 1
