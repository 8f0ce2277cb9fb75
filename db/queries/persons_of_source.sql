-- The persons that a source names. Takes :id. Columns: cluster_id.
SELECT DISTINCT cluster_id
FROM entity
WHERE source_id = :id AND kind = 'person'
ORDER BY cluster_id
