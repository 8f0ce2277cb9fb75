-- Remove the clusters of events that no account leads any more.
DELETE FROM event_cluster
WHERE id NOT IN (SELECT id FROM event WHERE cluster_id = id)
