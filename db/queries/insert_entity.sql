-- Add an account of an entity; its cluster is itself until it is linked.
-- It has the id that it had if it was there before.
INSERT INTO entity (id, source_id, kind, name, folded, description, cluster_id)
VALUES (
    (SELECT id FROM former WHERE kind = 'entity' AND place = json_array(:source_id, :kind, :folded)),
    :source_id, :kind, :name, :folded, :description, 0
)
RETURNING id
