-- The accounts that are left of clusters of entities that lost one. Columns: id.
SELECT id FROM entity WHERE cluster_id IN (SELECT id FROM shrunken_cluster) ORDER BY id
