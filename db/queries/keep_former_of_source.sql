-- Remember the ids of all accounts and facts of a source, but for those whose words are gone: they
-- stand nowhere. Takes :id.
INSERT INTO former (kind, place, id)
SELECT 'entity', json_array(source_id, kind, folded), id FROM entity WHERE source_id = :id
UNION ALL
SELECT 'event', json_array(source_id, kind, anchor, ordinal), id
FROM event
WHERE
    source_id = :id
    AND NOT EXISTS (SELECT 1 FROM orphan WHERE orphan.kind = 'event' AND orphan.ref_id = event.id)
UNION ALL
SELECT 'fact', json_array(source_id, start, stop, ordinal), id
FROM fact
WHERE
    source_id = :id
    AND NOT EXISTS (SELECT 1 FROM orphan WHERE orphan.kind = 'fact' AND orphan.ref_id = fact.id)
ON CONFLICT (kind, place) DO NOTHING
