-- The SHA-256 of the bytes that the text of a source is from. Takes :id. Columns: sha256, is_first.
SELECT coalesce(text_sha256, sha256) AS sha256, text_sha256 IS NULL AS is_first
FROM source
WHERE id = :id
