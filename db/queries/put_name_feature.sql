-- Say which names of a block have a feature. Takes :id, :names.
INSERT INTO name_feature (id, names) VALUES (:id, :names)
ON CONFLICT (id) DO UPDATE SET names = excluded.names
