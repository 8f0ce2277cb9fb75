-- The values of a conflict. Takes :id. Columns: value, source_id, start, stop.
SELECT value, source_id, start, stop
FROM conflict_value
WHERE conflict_id = :id
ORDER BY position
