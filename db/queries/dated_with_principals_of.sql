-- The dated accounts of events that a person or body took part in who took part in some others.
-- Takes :ids (a JSON array of accounts). Columns: id.
WITH principal AS (
    SELECT DISTINCT entity.cluster_id AS id
    FROM participant
    JOIN entity ON entity.id = participant.entity_id
    JOIN entity_cluster ON entity_cluster.id = entity.cluster_id
    WHERE
        participant.event_id IN (SELECT value FROM json_each(:ids))
        AND entity_cluster.kind <> 'place'
)

SELECT DISTINCT event.id
FROM principal
JOIN entity ON entity.cluster_id = principal.id
JOIN participant ON participant.entity_id = entity.id
JOIN event ON event.id = participant.event_id
WHERE event.earliest IS NOT NULL AND event.latest IS NOT NULL
ORDER BY event.id
