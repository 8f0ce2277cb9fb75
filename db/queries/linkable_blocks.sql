-- The blocks in which some sources' entities stand. Takes :ids (a JSON array of sources).
-- Columns: block.
SELECT DISTINCT entity_block.block
FROM entity
JOIN entity_block ON entity_block.entity_id = entity.id
WHERE entity.source_id IN (SELECT value FROM json_each(:ids))
ORDER BY entity_block.block
