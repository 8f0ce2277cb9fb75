-- Which events are told to have been where, one account of them at least; some of them more
-- than once. No parameters. Columns: id (of the place, a cluster), event_id (a cluster).
SELECT entity.cluster_id AS id, event.cluster_id AS event_id
FROM event
JOIN entity ON entity.id = event.place_id
ORDER BY event.place_id
