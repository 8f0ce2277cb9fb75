-- Every event of which only the latest day is known, earliest first. Takes :limit. Columns: id.
SELECT id
FROM event_cluster
WHERE earliest IS NULL AND latest IS NOT NULL
ORDER BY latest, id
LIMIT :limit
