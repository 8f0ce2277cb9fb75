-- Some sources in the order of their list. Takes :ids (a JSON array). Columns: id.
SELECT id
FROM source
WHERE id IN (SELECT value FROM json_each(:ids))
ORDER BY published_earliest NULLS LAST, id
