-- The entities of a name. Takes :folded. Columns: id (a cluster), name.
SELECT DISTINCT entity_cluster.id, entity_cluster.name
FROM entity
JOIN entity_cluster ON entity_cluster.id = entity.cluster_id
WHERE entity.folded = :folded
ORDER BY entity_cluster.id
