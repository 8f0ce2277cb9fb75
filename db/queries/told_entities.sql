-- The entities of a source as its engine's findings say them. Takes :source_id.
-- Columns: id, kind, name, description.
SELECT id, kind, name, description FROM entity WHERE source_id = :source_id ORDER BY id
