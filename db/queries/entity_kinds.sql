-- Of what kind entities are. Takes :ids (a JSON array of clusters). Columns: id, kind.
SELECT id, kind
FROM entity_cluster
WHERE id IN (SELECT value FROM json_each(:ids))
ORDER BY id
