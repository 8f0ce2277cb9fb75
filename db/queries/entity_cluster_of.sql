-- The cluster that an account of an entity belongs to. Takes :id. Columns: id.
SELECT cluster_id AS id FROM entity WHERE id = :id
