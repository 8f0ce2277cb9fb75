-- Judgements with a foot among some rows. Takes :kind, :ids (a JSON array).
SELECT id, left_id, right_id, judgement, reason, made_by, made_at
FROM judgement
WHERE
    id IN (
        SELECT id
        FROM judgement
        WHERE kind = :kind AND left_id IN (SELECT value FROM json_each(:ids))
        UNION
        SELECT id
        FROM judgement
        WHERE kind = :kind AND right_id IN (SELECT value FROM json_each(:ids))
    )
ORDER BY left_id, right_id, made_at, made_by
