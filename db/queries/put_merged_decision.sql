-- Keep a decision of another log. Takes the columns.
INSERT INTO merged_decision (key, told, note_id)
VALUES (:key, :told, :note_id)
ON CONFLICT DO NOTHING
