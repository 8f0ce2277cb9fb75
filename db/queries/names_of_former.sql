-- What is no longer there and still has names to be found by: what is not found any more, and
-- events that went with a version of their source. Columns: kind, id.
SELECT former.kind, former.id
FROM former
JOIN name ON name.ref_id = former.id AND name.kind = former.kind
WHERE
    (former.kind = 'entity' AND former.id NOT IN (SELECT id FROM entity_cluster))
    OR (former.kind = 'event' AND former.id NOT IN (SELECT id FROM event_cluster))
UNION
SELECT version_place.kind, version_place.ref_id
FROM version_place
JOIN name ON name.ref_id = version_place.ref_id AND name.kind = 'event'
WHERE
    version_place.kind = 'event'
    AND version_place.ref_id NOT IN (SELECT id FROM event_cluster)
ORDER BY 1, 2
