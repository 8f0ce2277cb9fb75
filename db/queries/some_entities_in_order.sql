-- Some entities in the order of their list. Takes :ids (clusters, a JSON array). Columns: id.
SELECT id
FROM entity_cluster
WHERE id IN (SELECT value FROM json_each(:ids))
ORDER BY mentions DESC, name, id
