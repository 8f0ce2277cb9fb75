-- Accounts of events that may be one with others: some, and the undated, newest first.
-- Takes :ids (a JSON array), :limit of undated. Columns: those of event with place_cluster.
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
WHERE
    event.id IN (SELECT value FROM json_each(:ids))
    OR event.id IN (
        SELECT undated.id
        FROM event AS undated
        WHERE undated.earliest IS NULL OR undated.latest IS NULL
        ORDER BY undated.id DESC
        LIMIT :limit
    )
ORDER BY event.id
