-- Let a version stand no longer; its text is kept. Takes :source_id, :sha256.
UPDATE source_version
SET stands = 0
WHERE source_id = :source_id AND sha256 = :sha256 AND is_first = 0
