-- Add a fact.
-- It has the id that it had if it was there before.
INSERT INTO fact (
    id, source_id, start, stop, ordinal, statement, event_id, hedge, polarity, quoted, made_by
)
VALUES (
    (
        SELECT id
        FROM former
        WHERE kind = 'fact' AND place = json_array(:source_id, :start, :stop, :ordinal)
    ),
    :source_id, :start, :stop, :ordinal, :statement, :event_id, :hedge, :polarity, :quoted,
    :made_by
)
RETURNING id
