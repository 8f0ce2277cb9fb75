-- Accounts that have no block yet. Columns: id, kind, name.
SELECT entity.id, entity.kind, entity.name
FROM entity
WHERE NOT EXISTS (SELECT 1 FROM entity_block WHERE entity_block.entity_id = entity.id)
ORDER BY entity.id
