-- The sources that lie apart, those put there last at the end.
-- Columns: id, sha256, label, path, publisher, published, characters, reason, made_by, made_at.
SELECT
    away.source_id AS id,
    away.told ->> 'sha256' AS sha256,
    away.told ->> 'label' AS label,
    away.told ->> 'path' AS path,
    away.told ->> 'publisher' AS publisher,
    away.told ->> 'published' AS published,
    away.told ->> 'characters' AS characters,
    coalesce(removed_source.reason, '') AS reason,
    coalesce(removed_source.made_by, '') AS made_by,
    coalesce(removed_source.made_at, '') AS made_at
FROM put_away AS away
LEFT JOIN removed_source ON removed_source.source_id = away.source_id
WHERE away.name = 'source'
ORDER BY away.id
