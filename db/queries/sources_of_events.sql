-- The sources that give some accounts of events. Takes :ids (a JSON array). Columns: id.
SELECT DISTINCT source_id AS id
FROM event
WHERE source_id IS NOT NULL AND id IN (SELECT value FROM json_each(:ids))
ORDER BY source_id
