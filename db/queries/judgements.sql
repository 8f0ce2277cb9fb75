-- Every judgement. Columns: those of the export.
SELECT kind, left_id, right_id, judgement, reason, made_by, made_at
FROM judgement
ORDER BY kind, left_id, right_id, made_by
