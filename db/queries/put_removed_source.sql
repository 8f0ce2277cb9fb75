-- Say that a source is removed. Takes :source_id, :reason, :made_by, :made_at.
INSERT OR REPLACE INTO removed_source (source_id, reason, made_by, made_at)
VALUES (:source_id, :reason, :made_by, :made_at)
