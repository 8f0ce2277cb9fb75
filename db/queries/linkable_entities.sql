-- Accounts that may be one with others: all that stand in some blocks.
-- Takes :blocks (a JSON array). Columns: id, source_id, kind, name, description, mentions, cluster_id.
SELECT
    entity.id,
    entity.source_id,
    entity.kind,
    entity.name,
    entity.description,
    (SELECT count(*) FROM mention WHERE mention.entity_id = entity.id) AS mentions,
    entity.cluster_id
FROM entity
WHERE entity.id IN (
    SELECT entity_id FROM entity_block WHERE block IN (SELECT value FROM json_each(:blocks))
)
ORDER BY entity.id
