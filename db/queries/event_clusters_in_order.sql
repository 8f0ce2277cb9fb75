-- Every event by id. Columns: id.
SELECT id FROM event_cluster ORDER BY id
