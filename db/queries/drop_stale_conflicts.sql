-- Forget the conflicts about events that are gone or merged, but for those that a reader
-- wrote on.
-- Columns: place (a JSON array; see db/README.md, former), id.
DELETE FROM conflict
WHERE
    about_kind = 'event'
    AND about_id NOT IN (SELECT id FROM event_cluster)
    AND id NOT IN (SELECT target_id FROM note WHERE target_kind = 'conflict')
    AND id NOT IN (SELECT target_id FROM question WHERE target_kind = 'conflict')
RETURNING json_array(about_kind, about_id, field) AS place, id
