-- The same for many sources: of each entity accounts are looked at until one is of them.
-- Takes :ids (clusters), :sources (JSON arrays). Columns: id.
SELECT value AS id
FROM json_each(:ids)
WHERE EXISTS (
    SELECT 1
    FROM entity
    WHERE
        entity.cluster_id = json_each.value
        AND +entity.source_id IN (SELECT value FROM json_each(:sources))
)
ORDER BY value
