-- Entities that a source mentions, most mentioned there first. Takes :id, :limit. Columns: id.
SELECT entity.cluster_id AS id
FROM entity
JOIN mention ON mention.entity_id = entity.id
WHERE entity.source_id = :id
GROUP BY entity.cluster_id
ORDER BY count(*) DESC, min(mention.start), entity.cluster_id
LIMIT :limit
