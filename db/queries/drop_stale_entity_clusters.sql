-- Remove the clusters of entities that no account leads any more.
DELETE FROM entity_cluster
WHERE id NOT IN (SELECT id FROM entity WHERE cluster_id = id)
