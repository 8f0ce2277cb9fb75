-- The facts of a source that a reader made. Takes :id. Columns: id.
SELECT id FROM fact WHERE source_id = :id AND made_by = 'human' ORDER BY id
