-- Take a machine's judgement back. Takes :id.
-- Columns: those of former_judgement.
DELETE FROM judgement WHERE id = :id
RETURNING kind, left_id, right_id, judgement, reason, made_at
