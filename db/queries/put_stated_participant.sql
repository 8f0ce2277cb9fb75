-- Write down what a reader states of who took part. Takes the columns.
INSERT OR REPLACE INTO stated_participant (event_id, entity_id, role, made_at)
VALUES (:event_id, :entity_id, :role, :made_at)
