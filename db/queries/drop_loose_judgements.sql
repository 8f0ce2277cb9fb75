-- Forget the machine's judgements on rows that are gone.
-- Columns: those of former_judgement.
DELETE FROM judgement
WHERE
    made_by LIKE 'machine:%'
    AND (
        (
            kind = 'entity'
            AND (
                left_id NOT IN (SELECT id FROM entity) OR right_id NOT IN (SELECT id FROM entity)
            )
        )
        OR (
            kind = 'event'
            AND (left_id NOT IN (SELECT id FROM event) OR right_id NOT IN (SELECT id FROM event))
        )
    )
RETURNING kind, left_id, right_id, judgement, reason, made_at
