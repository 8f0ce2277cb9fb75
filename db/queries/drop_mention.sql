-- Remove a mention. Takes :source_id, :start, :stop.
DELETE FROM mention WHERE source_id = :source_id AND start = :start AND stop = :stop
