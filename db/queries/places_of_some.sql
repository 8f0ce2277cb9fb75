-- By what some things are known again: of a thing that stood in several versions of its source by
-- where it was first known. A place in another version than the first ends with the SHA-256 of
-- that version. Takes :sources, :entities, :events, :facts (JSON arrays).
-- Columns: kind, id, sha256, parts (a JSON array).
SELECT 'entity' AS kind, entity.id, source.sha256, json_array(entity.kind, folded) AS parts
FROM entity
JOIN source ON source.id = entity.source_id
WHERE entity.id IN (SELECT value FROM json_each(:entities))
UNION ALL
SELECT
    'event',
    event.id,
    source.sha256,
    coalesce(
        (
            SELECT
                CASE version_place.sha256
                    WHEN source.sha256 THEN version_place.place
                    ELSE json_insert(version_place.place, '$[#]', version_place.sha256)
                END
            FROM version_place
            WHERE version_place.kind = 'event' AND version_place.ref_id = event.id
            ORDER BY version_place.id
            LIMIT 1
        ),
        CASE
            WHEN source.text_sha256 IS NULL THEN json_array(event.kind, anchor, ordinal)
            ELSE json_array(event.kind, anchor, ordinal, source.text_sha256)
        END
    )
FROM event
JOIN source ON source.id = event.source_id
WHERE event.id IN (SELECT value FROM json_each(:events))
UNION ALL
SELECT
    'fact',
    fact.id,
    source.sha256,
    coalesce(
        (
            SELECT
                CASE version_place.sha256
                    WHEN source.sha256 THEN version_place.place
                    ELSE json_insert(version_place.place, '$[#]', version_place.sha256)
                END
            FROM version_place
            WHERE version_place.kind = 'fact' AND version_place.ref_id = fact.id
            ORDER BY version_place.id
            LIMIT 1
        ),
        CASE
            WHEN source.text_sha256 IS NULL THEN json_array(start, stop, ordinal)
            ELSE json_array(start, stop, ordinal, source.text_sha256)
        END
    )
FROM fact
JOIN source ON source.id = fact.source_id
WHERE fact.id IN (SELECT value FROM json_each(:facts))
UNION ALL
SELECT 'source', id, sha256, '[]' FROM source WHERE id IN (SELECT value FROM json_each(:sources))
UNION ALL
SELECT 'source', source_id, told ->> 'sha256', '[]'
FROM put_away
WHERE name = 'source' AND source_id IN (SELECT value FROM json_each(:sources))
ORDER BY 1, 2
