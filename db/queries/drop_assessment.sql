-- Take back what is said of a thing in one field. Takes :target_kind, :target_id, :field.
DELETE FROM assessment
WHERE target_kind = :target_kind AND target_id = :target_id AND field = :field
