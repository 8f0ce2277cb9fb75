-- By what entities, events and facts are known again, those no longer found, too; where a thing
-- stands in several versions of its source, by where it was first known. A place in another
-- version than the first ends with the SHA-256 of that version.
-- Of what lies apart with a removed source only where :away is 1, but for the source.
-- Takes :away. Columns: kind, id, sha256, parts (a JSON array), rank (the first known has the lowest).
SELECT
    'entity' AS kind, entity.id, source.sha256, json_array(entity.kind, folded) AS parts, 0 AS rank
FROM entity
JOIN source ON source.id = entity.source_id
UNION ALL
SELECT
    version_place.kind,
    version_place.ref_id,
    source.sha256,
    CASE version_place.sha256
        WHEN source.sha256 THEN version_place.place
        ELSE json_insert(version_place.place, '$[#]', version_place.sha256)
    END,
    version_place.id
FROM version_place
JOIN source ON source.id = version_place.source_id
WHERE version_place.kind IN ('event', 'fact')
UNION ALL
SELECT
    'event',
    event.id,
    source.sha256,
    CASE
        WHEN source.text_sha256 IS NULL THEN json_array(event.kind, anchor, ordinal)
        ELSE json_array(event.kind, anchor, ordinal, source.text_sha256)
    END,
    1 << 60
FROM event
JOIN source ON source.id = event.source_id
UNION ALL
SELECT
    'fact',
    fact.id,
    source.sha256,
    CASE
        WHEN source.text_sha256 IS NULL THEN json_array(start, stop, ordinal)
        ELSE json_array(start, stop, ordinal, source.text_sha256)
    END,
    1 << 60
FROM fact
JOIN source ON source.id = fact.source_id
UNION ALL
SELECT
    former.kind,
    former.id,
    source.sha256,
    CASE
        WHEN former.kind = 'entity' OR source.text_sha256 IS NULL
            THEN json_remove(former.place, '$[0]')
        ELSE json_insert(json_remove(former.place, '$[0]'), '$[#]', source.text_sha256)
    END,
    1 << 61
FROM former
JOIN (
    SELECT id, sha256, text_sha256 FROM source
    UNION ALL
    SELECT source_id, told ->> 'sha256', told ->> 'text_sha256'
    FROM put_away
    WHERE name = 'source' AND :away = 1
) AS source
    ON source.id = json_extract(former.place, '$[0]')
WHERE former.kind IN ('entity', 'event', 'fact')
UNION ALL
SELECT 'source', id, sha256, '[]', 0 FROM source
UNION ALL
SELECT 'source', source_id, told ->> 'sha256', '[]', 0 FROM put_away WHERE name = 'source'
ORDER BY 1, 2, 5
