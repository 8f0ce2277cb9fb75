-- The clusters that some accounts of events stand in, all accounts of them.
-- Takes :ids (a JSON array). Columns: id, cluster_id.
SELECT id, cluster_id
FROM event
WHERE cluster_id IN (
    SELECT cluster_id FROM event WHERE id IN (SELECT value FROM json_each(:ids))
)
ORDER BY id
