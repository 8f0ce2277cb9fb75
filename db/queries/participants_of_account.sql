-- Who takes part in one account of an event. Takes :id.
-- Columns: entity_id, role.
SELECT entity_id, role
FROM participant
WHERE event_id = :id
ORDER BY entity_id
