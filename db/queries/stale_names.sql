-- The names of what is gone or merged. Columns: id, kind, text, weight.
SELECT id, kind, text, weight
FROM name
WHERE
    (kind = 'entity' AND ref_id NOT IN (SELECT id FROM entity_cluster))
    OR (kind = 'event' AND ref_id NOT IN (SELECT id FROM event_cluster))
    OR (kind = 'source' AND ref_id NOT IN (SELECT id FROM source))
ORDER BY id
