-- Add an account of an event that a reader made; its cluster is itself until it is linked.
-- It has the id that it had if it was there before, else the one asked for if that is nobody's.
INSERT INTO event (
    id, source_id, kind, anchor, ordinal, title, date_text, edtf, earliest, latest,
    place_id, modality, secret, cluster_id, by_hand
)
VALUES (
    coalesce(
        (
            SELECT id
            FROM former
            WHERE kind = 'event' AND place = json_array(:source_id, :kind, :anchor, :ordinal)
        ),
        (
            SELECT :thing_id
            WHERE
                :thing_id NOT IN (SELECT id FROM event)
                AND :thing_id NOT IN (SELECT id FROM former WHERE kind = 'event')
                AND :thing_id NOT IN (SELECT ref_id FROM version_place WHERE kind = 'event')
        )
    ),
    :source_id, :kind, :anchor, :ordinal, :title, :date_text, :edtf, :earliest, :latest,
    :place_id, :modality, :secret, 0, 1
)
RETURNING id
