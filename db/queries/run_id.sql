-- The run of an engine. Takes :engine, :fingerprint. Columns: id.
SELECT id FROM run WHERE engine = :engine AND fingerprint = :fingerprint
