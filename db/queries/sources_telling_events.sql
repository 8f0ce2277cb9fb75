-- Sources that tell of some events. Takes :ids (clusters, a JSON array). Columns: id.
SELECT DISTINCT source_id AS id
FROM event
WHERE cluster_id IN (SELECT value FROM json_each(:ids)) AND source_id IS NOT NULL
ORDER BY source_id
