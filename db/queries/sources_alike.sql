-- Sources from the same address, or from a file of the same name, the last added first.
-- Takes :url (or NULL), :path, :limit. Columns: id, is_address.
SELECT id, coalesce(url = :url, 0) AS is_address
FROM source
WHERE url = :url OR path = :path
ORDER BY is_address DESC, id DESC
LIMIT :limit
