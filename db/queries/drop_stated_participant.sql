-- Take back what a reader stated of who took part. Takes :event_id, :entity_id.
DELETE FROM stated_participant WHERE event_id = :event_id AND entity_id = :entity_id
