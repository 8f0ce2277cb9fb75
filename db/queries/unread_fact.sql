-- Those of some facts that deny something of an event, or tell of one of which a confirmed fact
-- tells, and came after :fact_id; or that lost their support after :lapse_id; and that :reader did
-- not look at since. Takes :ids (a JSON array), too. Columns: id.
SELECT wanted.value AS id
FROM json_each(:ids) AS wanted
INNER JOIN fact ON fact.id = wanted.value
LEFT JOIN lapse ON lapse.fact_id = wanted.value
LEFT JOIN seen_thing
    ON
        seen_thing.reader = :reader
        AND seen_thing.kind = 'fact'
        AND seen_thing.id = wanted.value
WHERE
    lapse.id > max(:lapse_id, coalesce(seen_thing.upto, 0))
    OR (
        fact.id > :fact_id
        AND seen_thing.id IS NULL
        AND fact.lost = 0
        AND fact.event_id IS NOT NULL
        AND (
            fact.polarity = 'denied'
            OR (
                NOT EXISTS (
                    SELECT 1 FROM assessment
                    WHERE
                        assessment.target_kind = 'fact'
                        AND assessment.target_id = fact.id
                        AND assessment.field = 'status'
                        AND assessment.value = 'confirmed'
                )
                AND EXISTS (
                    SELECT 1 FROM assessment
                    CROSS JOIN fact AS confirmed ON confirmed.id = assessment.target_id
                    CROSS JOIN event ON event.id = confirmed.event_id
                    CROSS JOIN event AS own ON own.id = fact.event_id
                    WHERE
                        assessment.target_kind = 'fact'
                        AND assessment.field = 'status'
                        AND assessment.value = 'confirmed'
                        AND event.cluster_id = own.cluster_id
                )
            )
        )
    )
ORDER BY wanted.value
