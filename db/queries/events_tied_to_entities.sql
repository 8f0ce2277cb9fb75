-- Events in which some entities took part, or that were there. Takes :ids (clusters).
-- Columns: id (of the entity), event_id (a cluster).
SELECT entity.cluster_id AS id, event.cluster_id AS event_id
FROM entity
JOIN participant ON participant.entity_id = entity.id
JOIN event ON event.id = participant.event_id
WHERE entity.cluster_id IN (SELECT value FROM json_each(:ids))
UNION
SELECT entity.cluster_id AS id, event.cluster_id AS event_id
FROM entity
JOIN event ON event.place_id = entity.id
WHERE entity.cluster_id IN (SELECT value FROM json_each(:ids))
ORDER BY id, event_id
