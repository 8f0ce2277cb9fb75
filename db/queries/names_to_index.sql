-- The forms of an entity to be found by. Takes :id (a cluster). Columns: form, uses.
SELECT form, sum(uses) AS uses
FROM (
    SELECT mention.form, count(*) AS uses
    FROM entity
    JOIN mention ON mention.entity_id = entity.id
    WHERE entity.cluster_id = :id AND mention.kind = 'name'
    GROUP BY mention.form
    UNION ALL
    SELECT entity.name AS form, 0 AS uses FROM entity WHERE entity.cluster_id = :id
    UNION ALL
    SELECT name AS form, 0 AS uses FROM entity_cluster WHERE id = :id
)
GROUP BY form
ORDER BY form
