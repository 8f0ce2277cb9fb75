-- Events in which an entity took part, or that were there: without a beginning, earliest
-- first, undated last.
-- Takes :id (a cluster), :limit. Columns: id.
WITH mine AS (SELECT id FROM entity WHERE cluster_id = :id),
told AS (
    SELECT event.cluster_id
    FROM participant
    JOIN event ON event.id = participant.event_id
    WHERE participant.entity_id IN (SELECT id FROM mine)
    UNION
    SELECT cluster_id FROM event WHERE place_id IN (SELECT id FROM mine)
)
SELECT id
FROM event_cluster
WHERE id IN (SELECT cluster_id FROM told)
ORDER BY earliest IS NULL AND latest IS NULL, earliest, latest, id
LIMIT :limit
