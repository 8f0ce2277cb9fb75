-- Those of some facts that came after :fact_id, or lost their support after :lapse_id, and that
-- :reader did not look at since. Takes :ids (a JSON array), too. Columns: id.
SELECT wanted.value AS id
FROM json_each(:ids) AS wanted
LEFT JOIN lapse ON lapse.fact_id = wanted.value
LEFT JOIN seen_thing
    ON
        seen_thing.reader = :reader
        AND seen_thing.kind = 'fact'
        AND seen_thing.id = wanted.value
WHERE
    (wanted.value > :fact_id AND seen_thing.id IS NULL)
    OR lapse.id > max(:lapse_id, coalesce(seen_thing.upto, 0))
ORDER BY wanted.value
