-- Write a judgement down. A machine's has the date on which it first judged so.
INSERT INTO judgement (kind, left_id, right_id, judgement, reason, made_by, made_at)
VALUES (
    :kind, :left_id, :right_id, :judgement, :reason, :made_by,
    coalesce(
        (
            SELECT made_at
            FROM former_judgement
            WHERE
                kind = :kind
                AND left_id = :left_id
                AND right_id = :right_id
                AND judgement = :judgement
                AND reason = :reason
                AND :made_by LIKE 'machine:%'
        ),
        :made_at
    )
)
