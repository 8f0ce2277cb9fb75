-- Say which engine's findings stand for a source. Takes :id, :run_id.
UPDATE source SET run_id = :run_id WHERE id = :id
