-- Every version that a reader added and that stands. Columns: source_id, sha256, added, made_by,
-- text, article.
SELECT source_id, sha256, added, made_by, text, article
FROM source_version
WHERE stands = 1 AND is_first = 0
ORDER BY source_id, added, sha256
