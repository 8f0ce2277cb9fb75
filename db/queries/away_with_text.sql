-- The sources that lie apart of which these bytes are a text. Takes :sha256. Columns: id.
SELECT DISTINCT source_id AS id
FROM put_away
WHERE
    name IN ('source', 'source_version')
    AND told ->> 'sha256' = :sha256
    AND coalesce(told ->> 'stands', 1) = 1
ORDER BY source_id
