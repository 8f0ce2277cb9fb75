-- Everything that readers stated of who took part. Columns: those of the table.
SELECT event_id, entity_id, role, made_at
FROM stated_participant
ORDER BY event_id, entity_id
