-- The accounts of events without a day, newest first. Takes :limit. Columns: id.
SELECT id
FROM event
WHERE earliest IS NULL OR latest IS NULL
ORDER BY id DESC
LIMIT :limit
