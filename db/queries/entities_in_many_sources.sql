-- Of each of some entities whether it is named in one of many sources: accounts are looked at until
-- one is of them. Takes :ids (clusters), :sources (JSON arrays). Columns: id, is_so.
SELECT
    value AS id,
    EXISTS (
        SELECT 1
        FROM entity
        WHERE
            entity.cluster_id = json_each.value
            AND +entity.source_id IN (SELECT value FROM json_each(:sources))
    ) AS is_so
FROM json_each(:ids)
