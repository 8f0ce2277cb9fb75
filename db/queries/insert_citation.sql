-- Add a citation.
INSERT OR IGNORE INTO citation (source_id, start, stop, name, kind, entity_id, cited_id)
VALUES (:source_id, :start, :stop, :name, :kind, :entity_id, NULL)
