-- Facts that deny what a fact says of an event, but for those that a reader rejected.
-- Takes :id. Columns: id.
SELECT denial.id
FROM fact
CROSS JOIN event ON event.id = fact.event_id
CROSS JOIN event AS account ON account.cluster_id = event.cluster_id
CROSS JOIN fact AS denial ON denial.event_id = account.id
WHERE
    fact.id = :id
    AND fact.polarity = 'affirmed'
    AND denial.polarity = 'denied'
    AND denial.lost = 0
    AND denial.id NOT IN (
        SELECT target_id FROM assessment
        WHERE
            target_kind = 'fact'
            AND (field, value) IN (VALUES ('status', 'rejected'), ('reading', 'wrong'))
    )
ORDER BY denial.id
