-- The conflicts about events that are gone or merged, but for those that a reader wrote on.
-- Columns: id.
SELECT id
FROM conflict
WHERE
    about_kind = 'event'
    AND about_id NOT IN (SELECT id FROM event_cluster)
    AND id NOT IN (SELECT target_id FROM note WHERE target_kind = 'conflict')
    AND id NOT IN (SELECT target_id FROM question WHERE target_kind = 'conflict')
