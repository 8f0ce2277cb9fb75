-- What has tags, as it is shown. Takes :names (a JSON array). Columns: kind, id.
SELECT DISTINCT
    tag.target_kind AS kind,
    coalesce(entity.cluster_id, event.cluster_id, tag.target_id) AS id
FROM tag
LEFT JOIN entity ON tag.target_kind = 'entity' AND entity.id = tag.target_id
LEFT JOIN event ON tag.target_kind = 'event' AND event.id = tag.target_id
WHERE tag.name IN (SELECT value FROM json_each(:names))
ORDER BY 1, 2
