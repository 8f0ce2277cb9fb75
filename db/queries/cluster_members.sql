-- The accounts of some clusters of entities. Takes :ids (a JSON array of clusters).
-- Columns: cluster_id, id, source_id, kind, name, mentions, year.
SELECT
    entity.cluster_id,
    entity.id,
    entity.source_id,
    entity.kind,
    entity.name,
    (SELECT count(*) FROM mention WHERE mention.entity_id = entity.id) AS mentions,
    CAST(substr(source.published_earliest, 1, 4) AS INTEGER) AS year
FROM entity
LEFT JOIN source ON source.id = entity.source_id
WHERE entity.cluster_id IN (SELECT value FROM json_each(:ids))
ORDER BY entity.cluster_id, entity.id
