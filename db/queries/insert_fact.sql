-- Add a fact.
INSERT INTO fact (
    source_id, start, stop, ordinal, statement, event_id, hedge, polarity, quoted, made_by
)
VALUES (
    :source_id, :start, :stop, :ordinal, :statement, :event_id, :hedge, :polarity, :quoted,
    :made_by
)
RETURNING id
