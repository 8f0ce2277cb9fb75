-- Write what a list shows of a cluster of events.
INSERT INTO event_cluster (
    id, kind, title, date_text, edtf, earliest, latest, place_id, modality, secret, sources
)
VALUES (
    :id, :kind, :title, :date_text, :edtf, :earliest, :latest, :place_id, :modality, :secret,
    :sources
)
ON CONFLICT (id) DO UPDATE SET
    kind = excluded.kind,
    title = excluded.title,
    date_text = excluded.date_text,
    edtf = excluded.edtf,
    earliest = excluded.earliest,
    latest = excluded.latest,
    place_id = excluded.place_id,
    modality = excluded.modality,
    secret = excluded.secret,
    sources = excluded.sources
