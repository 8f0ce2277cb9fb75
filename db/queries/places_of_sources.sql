-- The places that some sources name. Takes :ids (a JSON array). Columns: source_id, name, mentions.
SELECT
    entity.source_id,
    entity.name,
    (SELECT count(*) FROM mention WHERE mention.entity_id = entity.id) AS mentions
FROM entity
WHERE entity.kind = 'place' AND entity.source_id IN (SELECT value FROM json_each(:ids))
ORDER BY entity.source_id, entity.name
