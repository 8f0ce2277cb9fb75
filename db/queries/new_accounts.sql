-- Known events of which another account came after :event_id, but for what :reader looked at
-- since, the latest first; of accounts up to :event_from none is looked at. Takes :limit, too.
-- Columns: id (the cluster), sources (that tell it anew).
SELECT
    event.cluster_id AS id,
    count(DISTINCT event.source_id) AS sources
-- By number: the index of clusters would lead through all that there is.
FROM event NOT INDEXED
LEFT JOIN seen_thing
    ON
        seen_thing.reader = :reader
        AND seen_thing.kind = 'event'
        AND seen_thing.id = event.cluster_id
WHERE
    event.id > max(:event_id, :event_from)
    AND event.cluster_id <= :event_id
    AND event.lost = 0
    AND event.id > coalesce(seen_thing.upto, 0)
GROUP BY event.cluster_id
ORDER BY max(event.id) DESC
LIMIT :limit
