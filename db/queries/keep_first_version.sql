-- Keep the text that a source came with. Takes :source_id, :text, :article.
INSERT INTO source_version (source_id, sha256, is_first, stands, text, article)
SELECT id, sha256, 1, 1, :text, :article
FROM source
WHERE id = :source_id
ON CONFLICT DO NOTHING
