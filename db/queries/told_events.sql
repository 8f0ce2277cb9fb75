-- The events of a source with all that is told of them; participants and evidence are JSON.
-- Takes :source_id. Columns: id, kind, title, date, edtf, place, modality, secret,
-- participants (entity, role), evidence (start, end).
SELECT
    event.id,
    event.kind,
    event.title,
    event.date_text AS date,
    event.edtf,
    place.name AS place,
    event.modality,
    event.secret,
    (
        SELECT json_group_array(json_object('entity', told.name, 'role', told.role))
        FROM (
            SELECT entity.name, participant.role
            FROM participant
            JOIN entity ON entity.id = participant.entity_id
            WHERE participant.event_id = event.id
            ORDER BY entity.name, participant.role, entity.id
        ) AS told
    ) AS participants,
    (
        SELECT json_group_array(json_object('start', told.start, 'end', told.stop))
        FROM (
            SELECT evidence.start, evidence.stop
            FROM evidence
            WHERE evidence.event_id = event.id AND evidence.source_id = event.source_id
            ORDER BY evidence.start, evidence.stop
        ) AS told
    ) AS evidence
FROM event
LEFT JOIN entity AS place ON place.id = event.place_id
WHERE event.source_id = :source_id
ORDER BY event.id
