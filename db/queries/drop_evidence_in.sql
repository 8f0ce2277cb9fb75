-- Remove the passages of an event in its source. Takes :id.
DELETE FROM evidence WHERE event_id = :id AND source_id = (SELECT source_id FROM event WHERE id = :id)
