-- Every fact, by source and place in it. Takes :limit. Columns: id.
SELECT id FROM fact ORDER BY source_id, start, stop, id LIMIT :limit
