-- What lists show of events, as it is stored. Columns: those of event_cluster.
SELECT
    id, kind, title, date_text, edtf, earliest, latest, place_id, modality, secret, sources
FROM event_cluster
ORDER BY id
