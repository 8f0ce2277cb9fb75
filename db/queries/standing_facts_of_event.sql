-- How many facts of an event a reader has not rejected. Takes :id (a cluster). Columns: facts.
SELECT count(*) AS facts
FROM event
JOIN fact ON fact.event_id = event.id
WHERE
    event.cluster_id = :id
    AND fact.lost = 0
    AND fact.id NOT IN (
        SELECT target_id
        FROM assessment
        WHERE
            target_kind = 'fact'
            AND (field, value) IN (VALUES ('status', 'rejected'), ('reading', 'wrong'))
    )
