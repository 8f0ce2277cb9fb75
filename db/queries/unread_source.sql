-- Those of some sources that came after :source_id and that :reader did not look at.
-- Takes :ids (a JSON array), too. Columns: id.
SELECT wanted.value AS id
FROM json_each(:ids) AS wanted
WHERE
    wanted.value > :source_id
    AND NOT EXISTS (
        SELECT 1 FROM seen_thing
        WHERE
            seen_thing.reader = :reader
            AND seen_thing.kind = 'source'
            AND seen_thing.id = wanted.value
    )
ORDER BY wanted.value
