-- Let a source be read again. Takes :id.
INSERT OR IGNORE INTO source_to_read (source_id) VALUES (:id)
