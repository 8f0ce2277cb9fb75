-- Add a mention.
INSERT OR IGNORE INTO mention (source_id, start, stop, entity_id, kind, form)
VALUES (:source_id, :start, :stop, :entity_id, :kind, :form)
