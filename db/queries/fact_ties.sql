-- What facts belong to. Takes :ids. Columns: id, source_id, event_id (a cluster, or NULL).
SELECT fact.id, fact.source_id, event.cluster_id AS event_id
FROM fact
LEFT JOIN event ON event.id = fact.event_id
WHERE fact.id IN (SELECT value FROM json_each(:ids))
ORDER BY fact.id
