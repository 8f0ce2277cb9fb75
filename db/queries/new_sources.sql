-- Sources that came after :source_id, but for those that :reader looked at, the latest first.
-- Takes :limit, too. Columns: id.
SELECT source.id
FROM source
WHERE
    source.id > :source_id
    AND NOT EXISTS (
        SELECT 1 FROM seen_thing
        WHERE
            seen_thing.reader = :reader
            AND seen_thing.kind = 'source'
            AND seen_thing.id = source.id
    )
ORDER BY source.id DESC
LIMIT :limit
