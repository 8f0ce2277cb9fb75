-- What readers stated of who took part, the last said last.
-- Columns: those of the table, event and entity (their clusters).
SELECT
    stated_participant.event_id,
    stated_participant.entity_id,
    stated_participant.role,
    stated_participant.made_at,
    event.cluster_id AS event,
    entity.cluster_id AS entity
FROM stated_participant
JOIN event ON event.id = stated_participant.event_id
JOIN entity ON entity.id = stated_participant.entity_id
ORDER BY stated_participant.made_at, stated_participant.event_id, stated_participant.entity_id
