-- The rows of one tag. Takes :name. Columns: target_kind, target_id, name.
SELECT target_kind, target_id, name FROM tag WHERE name = :name ORDER BY target_kind, target_id
