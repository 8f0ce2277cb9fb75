-- The accounts of events that some sources tell. Takes :ids. Columns: id, cluster_id.
SELECT id, cluster_id
FROM event
WHERE source_id IN (SELECT value FROM json_each(:ids))
ORDER BY id
