-- Who took part in an event, as told by most accounts first. Takes :id (a cluster).
-- Columns: id, name, role.
SELECT entity.cluster_id AS id, entity_cluster.name, min(participant.role) AS role
FROM event
JOIN participant ON participant.event_id = event.id
JOIN entity ON entity.id = participant.entity_id
JOIN entity_cluster ON entity_cluster.id = entity.cluster_id
WHERE event.cluster_id = :id
GROUP BY entity.cluster_id
ORDER BY count(*) DESC, entity.cluster_id
