-- Sources as a list shows them. Takes :ids (a JSON array). Columns: those of SourceRow.
SELECT
    source.id,
    source.label AS title,
    source.publisher,
    source.published,
    source.published_basis,
    source.language,
    source.characters,
    (
        SELECT count(*)
        FROM note
        WHERE note.target_kind = 'source' AND note.target_id = source.id
    ) AS notes
FROM source
WHERE source.id IN (SELECT value FROM json_each(:ids))
ORDER BY source.id
