-- One version of a source; where it came twice, as it came last of what stands.
-- Takes :id, :sha256. Columns: text, article (JSON without the text).
SELECT text, article
FROM source_version
WHERE source_id = :id AND sha256 = :sha256
ORDER BY stands DESC, is_first
LIMIT 1
