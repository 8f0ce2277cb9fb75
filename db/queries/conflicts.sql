-- Every conflict; what is none any more only where a reader wrote on it.
-- Columns: id, about_kind, about_id, field.
SELECT id, about_kind, about_id, field
FROM conflict
WHERE
    EXISTS (SELECT 1 FROM conflict_value WHERE conflict_value.conflict_id = conflict.id)
    OR id IN (SELECT target_id FROM note WHERE target_kind = 'conflict')
    OR id IN (SELECT target_id FROM question WHERE target_kind = 'conflict')
ORDER BY id
