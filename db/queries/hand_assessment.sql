-- Everything that readers said of things. Columns: those of the table.
SELECT target_kind, target_id, field, value, reason, made_by, made_at
FROM assessment
ORDER BY target_kind, target_id, field
