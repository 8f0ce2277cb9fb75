-- Who took part in some accounts of events. Takes :ids. Columns: event_id, entity_id (a cluster), role.
SELECT participant.event_id, entity.cluster_id AS entity_id, participant.role
FROM participant
JOIN entity ON entity.id = participant.entity_id
WHERE participant.event_id IN (SELECT value FROM json_each(:ids))
ORDER BY participant.event_id, entity.cluster_id
