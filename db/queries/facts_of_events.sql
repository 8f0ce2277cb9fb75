-- Facts of some events. Takes :ids (clusters, a JSON array). Columns: id.
SELECT fact.id
FROM event
JOIN fact ON fact.event_id = event.id
WHERE event.cluster_id IN (SELECT value FROM json_each(:ids))
ORDER BY fact.id
