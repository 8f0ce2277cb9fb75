-- Take a question away. Takes :target_kind, :target_id, :words.
DELETE FROM question
WHERE target_kind = :target_kind AND target_id = :target_id AND words = :words
