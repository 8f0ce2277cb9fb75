-- Write a judgement down.
INSERT INTO judgement (kind, left_id, right_id, judgement, reason, made_by, made_at)
VALUES (:kind, :left_id, :right_id, :judgement, :reason, :made_by, :made_at)
