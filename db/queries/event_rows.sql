-- Events as a list shows them. Takes :ids (a JSON array). Columns: those of EventRow.
SELECT
    event_cluster.id,
    event_cluster.kind,
    event_cluster.title,
    event_cluster.date_text,
    event_cluster.edtf,
    event_cluster.earliest,
    event_cluster.latest,
    place.id AS place_id,
    place.name AS place,
    event_cluster.modality,
    event_cluster.secret,
    event_cluster.sources,
    (
        SELECT count(*)
        FROM note
        JOIN event ON event.id = note.target_id
        WHERE note.target_kind = 'event' AND event.cluster_id = event_cluster.id
    ) AS notes,
    EXISTS (SELECT 1 FROM event WHERE event.cluster_id = event_cluster.id AND event.lost = 1)
    AND NOT EXISTS (
        SELECT 1 FROM event WHERE event.cluster_id = event_cluster.id AND event.lost = 0
    ) AS lost,
    -- All accounts are by hand. Not whether one is: that looks at every account of a large one.
    NOT EXISTS (
        SELECT 1 FROM event WHERE event.cluster_id = event_cluster.id AND event.by_hand = 0
    ) AS by_hand
FROM event_cluster
LEFT JOIN entity AS account ON account.id = event_cluster.place_id
LEFT JOIN entity_cluster AS place ON place.id = account.cluster_id
WHERE event_cluster.id IN (SELECT value FROM json_each(:ids))
ORDER BY event_cluster.id
