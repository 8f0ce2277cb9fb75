-- Every event, earliest first, undated last. Takes :limit. Columns: id.
SELECT id
FROM event_cluster
ORDER BY earliest IS NULL, earliest, latest, id
LIMIT :limit
