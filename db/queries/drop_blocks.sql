-- Forget in which blocks an account stands, because its name is another. Takes :id, :name.
DELETE FROM entity_block
WHERE entity_id = :id AND (SELECT name FROM entity WHERE id = :id) IS NOT :name
