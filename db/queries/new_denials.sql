-- Facts after :fact_id that deny something of an event, but for those that :reader looked at,
-- the latest first. Takes :limit, too. Columns: id.
SELECT fact.id
FROM fact
WHERE
    fact.id > :fact_id
    AND fact.polarity = 'denied'
    AND fact.event_id IS NOT NULL
    AND fact.lost = 0
    AND NOT EXISTS (
        SELECT 1 FROM seen_thing
        WHERE
            seen_thing.reader = :reader
            AND seen_thing.kind = 'fact'
            AND seen_thing.id = fact.id
    )
ORDER BY fact.id DESC
LIMIT :limit
