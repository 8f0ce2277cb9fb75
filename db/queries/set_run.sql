-- Say which engine's findings stand for a source; linking has not seen them. Takes :id, :run_id.
UPDATE source SET run_id = :run_id, linked = 0 WHERE id = :id
