-- Events that two entities are both told of in, one account naming both; earliest first, undated
-- last. Takes :id, :other (clusters). Columns: id.
WITH told AS (
    SELECT event.id, event.cluster_id, entity.cluster_id AS who
    FROM entity
    JOIN participant ON participant.entity_id = entity.id
    JOIN event ON event.id = participant.event_id
    WHERE entity.cluster_id IN (:id, :other)
    UNION
    SELECT event.id, event.cluster_id, entity.cluster_id
    FROM entity
    JOIN event ON event.place_id = entity.id
    WHERE entity.cluster_id IN (:id, :other)
),
both AS (
    SELECT DISTINCT one.cluster_id
    FROM told AS one
    JOIN told AS two ON two.id = one.id
    WHERE one.who = :id AND two.who = :other
)
SELECT id
FROM event_cluster
WHERE id IN (SELECT cluster_id FROM both)
ORDER BY earliest IS NULL AND latest IS NULL, earliest, latest, id
