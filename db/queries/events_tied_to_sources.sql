-- Events that some sources tell. Takes :ids. Columns: id (of the source), event_id (a cluster).
SELECT DISTINCT source_id AS id, cluster_id AS event_id
FROM event
WHERE source_id IN (SELECT value FROM json_each(:ids))
ORDER BY id, event_id
