-- Who published what and when. Columns: id, publisher, earliest, latest.
SELECT id, publisher, published_earliest AS earliest, published_latest AS latest
FROM source
WHERE publisher IS NOT NULL
ORDER BY published_earliest IS NULL, published_earliest, id
