-- Say that words are no name. Takes the columns.
INSERT INTO rejected_mention (source_id, start, stop, form)
VALUES (:source_id, :start, :stop, :form)
ON CONFLICT DO NOTHING
