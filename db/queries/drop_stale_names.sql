-- Forget the names of entities and events that are gone or merged.
DELETE FROM name
WHERE
    (kind = 'entity' AND ref_id NOT IN (SELECT id FROM entity_cluster))
    OR (kind = 'event' AND ref_id NOT IN (SELECT id FROM event_cluster))
    OR (kind = 'source' AND ref_id NOT IN (SELECT id FROM source))
