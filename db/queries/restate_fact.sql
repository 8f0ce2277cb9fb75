-- Let a fact say something else. Takes :id, :statement, :event_id, :hedge, :polarity.
UPDATE fact
SET statement = :statement, event_id = :event_id, hedge = :hedge, polarity = :polarity
WHERE id = :id
