-- Sources as a result of a search tells them. Takes :ids (a JSON array).
-- Columns: id, title, publisher, published.
SELECT id, label AS title, publisher, published
FROM source
WHERE id IN (SELECT value FROM json_each(:ids))
