-- Forget who took part in the events of a source. Takes :source_id.
DELETE FROM participant WHERE event_id IN (SELECT id FROM event WHERE source_id = :source_id)
