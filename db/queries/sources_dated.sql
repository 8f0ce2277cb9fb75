-- Sources that may have been published from one day on and before another, up to a number.
-- Takes :after, :before (ISO dates or NULL), :limit. Columns: id.
SELECT id
FROM source
WHERE
    published_earliest IS NOT NULL
    AND (:after IS NULL OR coalesce(published_latest, :after) >= :after)
    AND (:before IS NULL OR published_earliest < :before)
LIMIT :limit
