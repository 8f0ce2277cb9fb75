-- Take a tag away. Takes :target_kind, :target_id, :name.
DELETE FROM tag
WHERE target_kind = :target_kind AND target_id = :target_id AND name = :name
