-- Where the events of a source stand, but for those whose words are gone; spans are JSON.
-- Takes :id. Columns: id, kind, anchor, ordinal, spans.
SELECT
    event.id,
    event.kind,
    event.anchor,
    event.ordinal,
    (
        SELECT json_group_array(json_array(told.start, told.stop))
        FROM (
            SELECT start, stop
            FROM evidence
            WHERE evidence.event_id = event.id AND evidence.source_id = event.source_id
            ORDER BY start, stop
        ) AS told
    ) AS spans
FROM event
WHERE
    event.source_id = :id
    AND NOT EXISTS (SELECT 1 FROM orphan WHERE orphan.kind = 'event' AND orphan.ref_id = event.id)
ORDER BY event.id
