-- Add somebody who took part.
INSERT OR IGNORE INTO participant (event_id, entity_id, role)
VALUES (:event_id, :entity_id, :role)
