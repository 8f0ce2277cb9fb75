-- Add an account of an event; its cluster is itself until it is linked.
-- It has the id that it had if it was there before.
INSERT INTO event (
    id, source_id, kind, anchor, ordinal, title, date_text, edtf, earliest, latest,
    place_id, modality, secret, cluster_id
)
VALUES (
    (
        SELECT id
        FROM former
        WHERE kind = 'event' AND place = json_array(:source_id, :kind, :anchor, :ordinal)
    ),
    :source_id, :kind, :anchor, :ordinal, :title, :date_text, :edtf, :earliest, :latest,
    :place_id, :modality, :secret, 0
)
RETURNING id
