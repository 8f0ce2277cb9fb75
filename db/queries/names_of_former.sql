-- What is no longer there and still has names to be found by. Columns: kind, id.
SELECT DISTINCT former.kind, former.id
FROM former
JOIN name ON name.ref_id = former.id AND name.kind = former.kind
WHERE
    (former.kind = 'entity' AND former.id NOT IN (SELECT id FROM entity_cluster))
    OR (former.kind = 'event' AND former.id NOT IN (SELECT id FROM event_cluster))
ORDER BY 1, 2
