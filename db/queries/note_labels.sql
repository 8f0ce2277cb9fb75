-- What notes are on, by name. Takes :ids (a JSON array of notes). Columns: id, label.
SELECT
    note.id,
    CASE note.target_kind
        WHEN 'source' THEN (SELECT label FROM source WHERE source.id = note.target_id)
        WHEN 'entity' THEN (
            SELECT entity_cluster.name
            FROM entity
            JOIN entity_cluster ON entity_cluster.id = entity.cluster_id
            WHERE entity.id = note.target_id
        )
        WHEN 'event' THEN (
            SELECT event_cluster.title
            FROM event
            JOIN event_cluster ON event_cluster.id = event.cluster_id
            WHERE event.id = note.target_id
        )
        WHEN 'fact' THEN (SELECT statement FROM fact WHERE fact.id = note.target_id)
        WHEN 'conflict' THEN (SELECT field FROM conflict WHERE conflict.id = note.target_id)
    END AS label
FROM note
WHERE note.id IN (SELECT value FROM json_each(:ids))
ORDER BY note.id
