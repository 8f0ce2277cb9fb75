-- Remember when the machine first judged what it takes back, for when it judges so again.
INSERT INTO former_judgement (kind, left_id, right_id, judgement, reason, made_at)
VALUES (:kind, :left_id, :right_id, :judgement, :reason, :made_at)
ON CONFLICT (kind, left_id, right_id, judgement, reason) DO NOTHING
