-- Accounts that may be one with others: all that stand in some blocks, and all persons of the
-- same full name as these, whose first or last word may differ ("Kim Jong-un", "Kim Jongun").
-- Takes :blocks (a JSON array). Columns: id, source_id, kind, name, description, mentions, cluster_id.
WITH near AS (
    SELECT DISTINCT entity_id FROM entity_block WHERE block IN (SELECT value FROM json_each(:blocks))
),
full_names AS (
    SELECT DISTINCT entity_block.block
    FROM near
    JOIN entity_block ON entity_block.entity_id = near.entity_id
    WHERE entity_block.block LIKE 'person:% %'
)
SELECT
    entity.id,
    entity.source_id,
    entity.kind,
    entity.name,
    entity.description,
    (SELECT count(*) FROM mention WHERE mention.entity_id = entity.id) AS mentions,
    entity.cluster_id
FROM entity
WHERE
    entity.id IN (SELECT entity_id FROM near)
    OR entity.id IN (
        SELECT entity_id FROM entity_block WHERE block IN (SELECT block FROM full_names)
    )
ORDER BY entity.id
