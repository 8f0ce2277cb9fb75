-- The versions of a source that stand, the first first. Takes :id. Columns: sha256, is_first,
-- added, made_by, characters.
SELECT sha256, is_first, added, made_by, length(text) AS characters
FROM source_version
WHERE source_id = :id AND stands = 1
ORDER BY is_first DESC, added, sha256
