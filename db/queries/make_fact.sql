-- Add a fact that a reader made.
-- It has the id that it had if it was there before, else the one asked for if that is nobody's.
INSERT INTO fact (
    id, source_id, start, stop, ordinal, statement, event_id, hedge, polarity, quoted, made_by
)
VALUES (
    coalesce(
        (
            SELECT id
            FROM former
            WHERE kind = 'fact' AND place = json_array(:source_id, :start, :stop, :ordinal)
        ),
        (
            SELECT :thing_id
            WHERE
                :thing_id NOT IN (SELECT id FROM fact)
                AND :thing_id NOT IN (SELECT id FROM former WHERE kind = 'fact')
                AND :thing_id NOT IN (SELECT ref_id FROM version_place WHERE kind = 'fact')
        )
    ),
    :source_id, :start, :stop, :ordinal, :statement, :event_id, :hedge, :polarity, :quoted, 'human'
)
RETURNING id
