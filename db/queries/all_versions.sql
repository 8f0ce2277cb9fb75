-- Every text that a source ever had but its first, also those that no longer stand. Takes :id.
-- Columns: sha256.
SELECT sha256 FROM source_version WHERE source_id = :id AND is_first = 0 ORDER BY added, sha256
