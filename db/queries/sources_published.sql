-- Of some sources, those that may have been published from one day on and before another.
-- Takes :ids (a JSON array), :after, :before (ISO dates or NULL). Columns: id.
SELECT id
FROM source
WHERE
    id IN (SELECT value FROM json_each(:ids))
    AND +published_earliest IS NOT NULL
    AND (:after IS NULL OR coalesce(published_latest, :after) >= :after)
    AND (:before IS NULL OR +published_earliest < :before)
ORDER BY id
