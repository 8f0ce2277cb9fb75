-- Tell a fact anew. Takes :id and the columns.
UPDATE fact
SET statement = :statement,
    event_id = :event_id,
    hedge = :hedge,
    polarity = :polarity,
    quoted = :quoted,
    made_by = :made_by
WHERE id = :id
