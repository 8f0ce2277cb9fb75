-- Add a value of a conflict.
INSERT INTO conflict_value (conflict_id, position, value, source_id, start, stop)
VALUES (:conflict_id, :position, :value, :source_id, :start, :stop)
