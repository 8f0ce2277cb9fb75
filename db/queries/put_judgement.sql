-- Write a person's judgement down. Takes the columns.
INSERT INTO judgement (kind, left_id, right_id, judgement, reason, made_by, made_at)
VALUES (:kind, :left_id, :right_id, :judgement, :reason, :made_by, :made_at)
