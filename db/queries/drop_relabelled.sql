-- Take back what a reader said that a line is. Takes :source_id, :start, :stop, :version.
DELETE FROM relabelled
WHERE source_id = :source_id AND start = :start AND stop = :stop AND version = :version
