-- Facts after :fact_id that affirm something of an event of which a confirmed fact tells, but
-- for those that :reader looked at, the latest first. Takes :limit, too.
-- Columns: id, of_id (a confirmed fact of that event).
WITH confirmed AS MATERIALIZED (
    SELECT
        fact.id,
        event.cluster_id
    FROM assessment
    CROSS JOIN fact ON fact.id = assessment.target_id
    CROSS JOIN event ON event.id = fact.event_id
    WHERE
        assessment.target_kind = 'fact'
        AND assessment.field = 'status'
        AND assessment.value = 'confirmed'
)

SELECT
    fact.id,
    min(confirmed.id) AS of_id
FROM confirmed
CROSS JOIN event ON event.cluster_id = confirmed.cluster_id
CROSS JOIN fact ON fact.event_id = event.id
WHERE
    fact.id > :fact_id
    AND fact.polarity = 'affirmed'
    AND fact.lost = 0
    AND fact.id NOT IN (SELECT confirmed.id FROM confirmed)
    AND NOT EXISTS (
        SELECT 1 FROM seen_thing
        WHERE
            seen_thing.reader = :reader
            AND seen_thing.kind = 'fact'
            AND seen_thing.id = fact.id
    )
GROUP BY fact.id
ORDER BY fact.id DESC
LIMIT :limit
