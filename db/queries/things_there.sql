-- Those of some entities, events and sources that have a row, found in their text or no longer.
-- Takes :things (a JSON array of [kind, id]). Columns: kind, id.
SELECT thing.value ->> 0 AS kind, thing.value ->> 1 AS id
FROM json_each(:things) AS thing
WHERE
    (thing.value ->> 0 = 'entity' AND thing.value ->> 1 IN (SELECT entity.id FROM entity))
    OR (thing.value ->> 0 = 'event' AND thing.value ->> 1 IN (SELECT event.id FROM event))
    OR (thing.value ->> 0 = 'source' AND thing.value ->> 1 IN (SELECT source.id FROM source))
ORDER BY 1, 2
