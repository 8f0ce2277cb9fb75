-- Entities that took part in some events, or that were there. Takes :ids (clusters, a JSON array).
-- Columns: id.
SELECT entity.cluster_id AS id
FROM event
JOIN participant ON participant.event_id = event.id
JOIN entity ON entity.id = participant.entity_id
WHERE event.cluster_id IN (SELECT value FROM json_each(:ids))
UNION
SELECT entity.cluster_id AS id
FROM event
JOIN entity ON entity.id = event.place_id
WHERE event.cluster_id IN (SELECT value FROM json_each(:ids))
ORDER BY id
