-- One version of a source. Takes :id, :sha256. Columns: text, article (JSON without the text).
SELECT text, article
FROM source_version
WHERE source_id = :id AND sha256 = :sha256
ORDER BY is_first
LIMIT 1
