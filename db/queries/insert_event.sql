-- Add an account of an event; its cluster is itself until it is linked.
INSERT INTO event (
    source_id, kind, anchor, ordinal, title, date_text, edtf, earliest, latest,
    place_id, modality, secret, cluster_id
)
VALUES (
    :source_id, :kind, :anchor, :ordinal, :title, :date_text, :edtf, :earliest, :latest,
    :place_id, :modality, :secret, 0
)
RETURNING id
