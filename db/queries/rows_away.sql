-- What lies apart with a source, in the order in which it was put there. Takes :id.
-- Columns: name, told.
SELECT name, told FROM put_away WHERE source_id = :id ORDER BY id
