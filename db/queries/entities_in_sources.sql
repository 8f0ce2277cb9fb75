-- Of some entities, those that some sources name. Takes :ids (clusters), :sources (JSON arrays).
-- Columns: id.
SELECT DISTINCT cluster_id AS id
FROM entity
WHERE
    source_id IN (SELECT value FROM json_each(:sources))
    -- The plus: a thing that is named everywhere has far more accounts than few sources.
    AND +cluster_id IN (SELECT value FROM json_each(:ids))
ORDER BY cluster_id
