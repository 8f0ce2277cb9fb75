-- Who took part in the accounts of some events, and in those where a reader's word stands over
-- what was read. Takes :ids (a JSON array of clusters).
-- Columns: id (an account of an event), event (its cluster), entity_id, role, entity (a cluster);
-- NULL where nobody took part.
SELECT
    event.id,
    event.cluster_id AS event,
    participant.entity_id,
    participant.role,
    entity.cluster_id AS entity
FROM event
LEFT JOIN participant ON participant.event_id = event.id
LEFT JOIN entity ON entity.id = participant.entity_id
WHERE
    event.id IN (SELECT overruled.id FROM overruled WHERE overruled.kind = 'event')
    OR event.cluster_id IN (SELECT value FROM json_each(:ids))
ORDER BY event.id, participant.entity_id
