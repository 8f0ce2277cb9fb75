-- Those of some known events of which another account came after :event_id and that :reader did
-- not look at since; of accounts up to :event_from none is looked at.
-- Takes :ids (a JSON array of clusters), too. Columns: id.
SELECT wanted.value AS id
FROM json_each(:ids) AS wanted
LEFT JOIN seen_thing
    ON
        seen_thing.reader = :reader
        AND seen_thing.kind = 'event'
        AND seen_thing.id = wanted.value
WHERE
    wanted.value <= :event_id
    AND EXISTS (
        SELECT 1 FROM event
        WHERE
            event.cluster_id = wanted.value
            AND event.id > max(:event_id, :event_from, coalesce(seen_thing.upto, 0))
            AND event.lost = 0
    )
ORDER BY wanted.value
