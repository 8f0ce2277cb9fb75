-- Add a passage that an event stands on.
INSERT OR IGNORE INTO evidence (event_id, source_id, start, stop)
VALUES (:event_id, :source_id, :start, :stop)
