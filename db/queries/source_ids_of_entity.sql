-- Sources that mention an entity, oldest first. Takes :id (a cluster), :limit. Columns: id.
SELECT id
FROM source
WHERE id IN (
    SELECT mention.source_id
    FROM entity
    JOIN mention ON mention.entity_id = entity.id
    WHERE entity.cluster_id = :id
)
ORDER BY published_earliest IS NULL, published_earliest, id
LIMIT :limit
