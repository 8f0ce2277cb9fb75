-- The decision log, oldest first.
SELECT id, deed, target_kind, target_id, before, after, of_id, made_by, made_at
FROM decision
ORDER BY id
