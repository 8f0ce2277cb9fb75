-- Who took part in an event and where it was. Takes :id (a cluster), :limit. Columns: id.
WITH told AS (
    SELECT participant.entity_id
    FROM event
    JOIN participant ON participant.event_id = event.id
    WHERE event.cluster_id = :id
    UNION ALL
    SELECT event.place_id
    FROM event
    WHERE event.cluster_id = :id AND event.place_id IS NOT NULL
)
SELECT entity.cluster_id AS id
FROM told
JOIN entity ON entity.id = told.entity_id
GROUP BY entity.cluster_id
ORDER BY count(*) DESC, entity.cluster_id
LIMIT :limit
