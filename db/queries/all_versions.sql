-- Every text that a source ever had, if it had several; also those that no longer stand. Takes :id.
-- Columns: sha256.
SELECT sha256 FROM source_version WHERE source_id = :id ORDER BY is_first DESC, added, sha256
