-- The cluster that an account of an event belongs to. Takes :id. Columns: id.
SELECT cluster_id AS id FROM event WHERE id = :id
