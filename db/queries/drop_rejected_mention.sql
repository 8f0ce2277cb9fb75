-- Take back that words are no name. Takes the columns.
DELETE FROM rejected_mention
WHERE form = :form AND source_id = :source_id AND start = :start AND stop = :stop AND version = :version
