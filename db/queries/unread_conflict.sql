-- Those of some conflicts that came after :conflict_id and that :reader did not look at.
-- Takes :ids (a JSON array), too. Columns: id.
SELECT wanted.value AS id
FROM json_each(:ids) AS wanted
WHERE
    wanted.value > :conflict_id
    AND NOT EXISTS (
        SELECT 1 FROM seen_thing
        WHERE
            seen_thing.reader = :reader
            AND seen_thing.kind = 'conflict'
            AND seen_thing.id = wanted.value
    )
ORDER BY wanted.value
