-- Remove the clusters of entities that no account leads any more. Columns: id.
DELETE FROM entity_cluster
WHERE id IN (SELECT id FROM entity_cluster EXCEPT SELECT id FROM entity WHERE cluster_id = id)
RETURNING id
