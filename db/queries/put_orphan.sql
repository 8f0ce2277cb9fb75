-- Note the words on which a thing stood, and which are gone. Takes the columns.
INSERT INTO orphan (kind, ref_id, position, source_id, quote)
VALUES (:kind, :ref_id, :position, :source_id, :quote)
ON CONFLICT DO NOTHING
