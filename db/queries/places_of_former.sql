-- By what things are known again of which only the number is remembered, such as those of a removed
-- source. Takes :things (a JSON array of pairs: kind, id).
-- Columns: kind, id, sha256, parts (a JSON array).
SELECT
    former.kind,
    former.id,
    source.sha256,
    CASE
        WHEN former.kind = 'entity' OR source.text_sha256 IS NULL
            THEN json_remove(former.place, '$[0]')
        ELSE json_insert(json_remove(former.place, '$[0]'), '$[#]', source.text_sha256)
    END AS parts
FROM json_each(:things) AS thing
JOIN former ON former.kind = thing.value ->> 0 AND former.id = thing.value ->> 1
JOIN (
    SELECT id, sha256, text_sha256 FROM source
    UNION ALL
    SELECT source_id, told ->> 'sha256', told ->> 'text_sha256'
    FROM put_away
    WHERE name = 'source'
) AS source
    ON source.id = json_extract(former.place, '$[0]')
WHERE former.kind IN ('entity', 'event', 'fact')
