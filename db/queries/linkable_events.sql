-- Accounts of events as linking looks at them. Takes :ids (a JSON array).
-- Columns: those of event; place_id and cluster_id are clusters.
SELECT
    event.id,
    event.source_id,
    event.kind,
    event.title,
    event.date_text,
    event.edtf,
    event.earliest,
    event.latest,
    place.cluster_id AS place_id,
    event.modality,
    event.secret,
    event.cluster_id
FROM event
LEFT JOIN entity AS place ON place.id = event.place_id
WHERE event.id IN (SELECT value FROM json_each(:ids))
ORDER BY event.id
