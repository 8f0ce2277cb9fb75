-- Of some entities, those that some sources name. Takes :ids (clusters), :sources (JSON arrays).
-- Columns: id.
SELECT DISTINCT cluster_id AS id
FROM entity
WHERE
    cluster_id IN (SELECT value FROM json_each(:ids))
    AND source_id IN (SELECT value FROM json_each(:sources))
ORDER BY cluster_id
