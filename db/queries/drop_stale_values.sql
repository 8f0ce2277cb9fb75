-- Forget what sources said differently of events that are gone or merged.
DELETE FROM conflict_value
WHERE conflict_id IN (
    SELECT id
    FROM conflict
    WHERE about_kind = 'event' AND about_id NOT IN (SELECT id FROM event_cluster)
)
