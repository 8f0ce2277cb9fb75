-- Take a person's judgement back. Takes :kind, :left_id, :right_id, :made_by.
DELETE FROM judgement
WHERE
    kind = :kind
    AND left_id = :left_id
    AND right_id = :right_id
    AND made_by = :made_by
