-- Facts of a source, in order of its text. Takes :id, :limit. Columns: id.
SELECT id FROM fact WHERE source_id = :id ORDER BY start, stop, id LIMIT :limit
