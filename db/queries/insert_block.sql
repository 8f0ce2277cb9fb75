-- Put an account into a block.
INSERT OR IGNORE INTO entity_block (block, entity_id) VALUES (:block, :entity_id)
