-- Remove the clusters of events that no account leads any more. Columns: id.
DELETE FROM event_cluster
WHERE id IN (SELECT id FROM event_cluster EXCEPT SELECT id FROM event WHERE cluster_id = id)
RETURNING id
