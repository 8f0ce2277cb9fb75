-- Sources that may have been published from one day on and before another.
-- Takes :after, :before (ISO dates or NULL), :ids (a JSON array, or NULL for all). Columns: id.
SELECT id
FROM source
WHERE
    published_earliest IS NOT NULL
    AND (:after IS NULL OR coalesce(published_latest, :after) >= :after)
    AND (:before IS NULL OR published_earliest < :before)
    AND (:ids IS NULL OR id IN (SELECT value FROM json_each(:ids)))
ORDER BY id
