-- Say that words are no name. Takes the columns.
INSERT INTO rejected_mention (source_id, start, stop, form, version)
VALUES (:source_id, :start, :stop, :form, :version)
ON CONFLICT DO NOTHING
