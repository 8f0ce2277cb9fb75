-- Every judgement of a person. Columns: those of the table but its id.
SELECT kind, left_id, right_id, judgement, reason, made_by, made_at
FROM judgement
WHERE made_by NOT LIKE 'machine:%'
ORDER BY kind, left_id, right_id, made_by
