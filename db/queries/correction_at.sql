-- When a field was last corrected to a value, as far as that stands.
-- Takes :target_kind, :target_id, :field, :value. Columns: made_at.
SELECT made_at
FROM correction
WHERE target_kind = :target_kind AND target_id = :target_id AND field = :field AND value = :value
