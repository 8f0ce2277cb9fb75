-- The accounts of some clusters of events. Takes :ids (a JSON array of clusters).
-- Columns: as linkable_events.
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
WHERE event.cluster_id IN (SELECT value FROM json_each(:ids))
ORDER BY event.id
