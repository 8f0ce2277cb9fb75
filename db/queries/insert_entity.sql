-- Add an account of an entity; its cluster is itself until it is linked.
INSERT INTO entity (source_id, kind, name, folded, description, cluster_id)
VALUES (:source_id, :kind, :name, :folded, :description, 0)
RETURNING id
