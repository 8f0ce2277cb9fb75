-- Events that may be from one day on and before another, up to a number. Takes :after, :before
-- (ISO dates or NULL), :limit. Columns: id.
SELECT id
FROM event_cluster
WHERE
    coalesce(earliest, latest) IS NOT NULL
    AND (:after IS NULL OR coalesce(latest, :after) >= :after)
    AND (:before IS NULL OR coalesce(earliest, '') < :before)
LIMIT :limit
