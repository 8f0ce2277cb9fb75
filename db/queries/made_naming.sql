-- What readers made in other sources of what a source names or tells, events before facts.
-- Takes :source_id.
-- Columns: those of the table.
SELECT
    made.source_id,
    made.start,
    made.stop,
    made.kind,
    made.ordinal,
    made.thing_id,
    made.told,
    made.things,
    made.made_by,
    made.made_at,
    made.version
FROM made
WHERE
    made.things != '[]'
    AND made.source_id != :source_id
    AND EXISTS (
        SELECT 1
        FROM json_each(made.things) AS thing
        LEFT JOIN entity ON thing.value ->> 0 = 'entity' AND entity.id = thing.value ->> 1
        LEFT JOIN event ON thing.value ->> 0 = 'event' AND event.id = thing.value ->> 1
        WHERE :source_id IN (entity.source_id, event.source_id)
    )
ORDER BY made.kind, made.source_id, made.start, made.stop, made.ordinal
