-- Every event without a day, in order of id. Takes :limit. Columns: id.
SELECT id
FROM event_cluster
WHERE earliest IS NULL AND latest IS NULL
ORDER BY id
LIMIT :limit
