-- Every tag. Columns: those of the table.
SELECT target_kind, target_id, name FROM tag ORDER BY target_kind, target_id, name
