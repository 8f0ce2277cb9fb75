-- Where and when events were. Takes :ids (clusters).
-- Columns: id, place_id (a cluster, or NULL), earliest, latest.
SELECT event_cluster.id, account.cluster_id AS place_id, event_cluster.earliest, event_cluster.latest
FROM event_cluster
LEFT JOIN entity AS account ON account.id = event_cluster.place_id
WHERE event_cluster.id IN (SELECT value FROM json_each(:ids))
ORDER BY event_cluster.id
