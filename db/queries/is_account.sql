-- Whether an account of an entity is there. Takes :id. Columns: id.
SELECT id FROM entity WHERE id = :id
