-- The tags of the case, most used first. Columns: name, uses (of things as they are shown).
SELECT
    tag.name,
    count(
        DISTINCT tag.target_kind || coalesce(entity.cluster_id, event.cluster_id, tag.target_id)
    ) AS uses
FROM tag
LEFT JOIN entity ON tag.target_kind = 'entity' AND entity.id = tag.target_id
LEFT JOIN event ON tag.target_kind = 'event' AND event.id = tag.target_id
WHERE tag.target_kind != 'note' OR tag.target_id IN (SELECT id FROM note)
GROUP BY tag.name
ORDER BY uses DESC, tag.name
