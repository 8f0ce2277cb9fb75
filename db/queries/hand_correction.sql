-- Everything that readers put right. Columns: those of the table.
SELECT target_kind, target_id, field, value, wording, entity_id, made_at
FROM correction
ORDER BY target_kind, target_id, field, value
