-- Some events in the order of their list. Takes :ids (clusters, a JSON array). Columns: id.
SELECT id
FROM event_cluster
WHERE id IN (SELECT value FROM json_each(:ids))
ORDER BY earliest IS NULL AND latest IS NULL, earliest NULLS FIRST, latest, id
