-- Where an entity is mentioned, oldest publication first. Takes :id (a cluster), :limit.
-- Columns: source_id, start, stop, label, published.
SELECT mention.source_id, mention.start, mention.stop, source.label, source.published
FROM entity
JOIN mention ON mention.entity_id = entity.id
JOIN source ON source.id = mention.source_id
WHERE entity.cluster_id = :id
ORDER BY
    source.published_earliest IS NULL, source.published_earliest, source.id, mention.start
LIMIT :limit
