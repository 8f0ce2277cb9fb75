-- Entities told of together with one, in events or facts, oftenest first.
-- Takes :id (a cluster), :limit. Columns: id.
WITH mine AS (SELECT id FROM entity WHERE cluster_id = :id),
shared AS (
    SELECT other.entity_id
    FROM participant
    JOIN participant AS other ON other.event_id = participant.event_id
    WHERE participant.entity_id IN (SELECT id FROM mine)
    UNION ALL
    SELECT other.entity_id
    FROM fact_about
    JOIN fact_about AS other ON other.fact_id = fact_about.fact_id
    WHERE fact_about.entity_id IN (SELECT id FROM mine)
)
SELECT entity.cluster_id AS id
FROM shared
JOIN entity ON entity.id = shared.entity_id
WHERE entity.cluster_id != :id
GROUP BY entity.cluster_id
ORDER BY count(*) DESC, entity.cluster_id
LIMIT :limit
