-- Facts that lost their support after :lapse_id, but for those that :reader looked at since,
-- the latest first. Takes :limit, too. Columns: id.
SELECT lapse.fact_id AS id
FROM lapse
LEFT JOIN seen_thing
    ON
        seen_thing.reader = :reader
        AND seen_thing.kind = 'fact'
        AND seen_thing.id = lapse.fact_id
WHERE lapse.id > :lapse_id AND lapse.id > coalesce(seen_thing.upto, 0)
ORDER BY lapse.id DESC
LIMIT :limit
