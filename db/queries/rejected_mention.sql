-- One rejection, where it stands. Takes the columns, and gives them.
SELECT source_id, start, stop, form, version
FROM rejected_mention
WHERE form = :form AND source_id = :source_id AND start = :start AND stop = :stop
    AND version = :version
