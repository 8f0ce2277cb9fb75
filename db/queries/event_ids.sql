-- Every event with a beginning, earliest first. Takes :limit. Columns: id.
SELECT id
FROM event_cluster
WHERE earliest IS NOT NULL
ORDER BY earliest, latest, id
LIMIT :limit
