-- The sources of which these bytes are a version. Takes :sha256. Columns: id.
SELECT DISTINCT source_id AS id
FROM source_version
WHERE sha256 = :sha256 AND stands = 1
ORDER BY source_id
