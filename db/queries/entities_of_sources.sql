-- The accounts of entities that some sources name. Takes :ids. Columns: id, cluster_id.
SELECT id, cluster_id
FROM entity
WHERE source_id IN (SELECT value FROM json_each(:ids))
ORDER BY id
