-- Add to the decision log.
INSERT INTO decision (deed, target_kind, target_id, before, after, of_id, made_by, made_at)
VALUES (:deed, :target_kind, :target_id, :before, :after, :of_id, :made_by, :made_at)
RETURNING id
