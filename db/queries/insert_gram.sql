-- Add a feature of a name.
INSERT OR IGNORE INTO name_gram (gram, name_id) VALUES (:gram, :name_id)
