-- Rename an account of an entity. Takes :id, :name, :description.
UPDATE entity SET name = :name, description = :description WHERE id = :id
