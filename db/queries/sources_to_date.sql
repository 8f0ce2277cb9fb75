-- Sources whose date of publication is not sure, and of which no reader said anything: with days
-- that the text allows, dated by what follows from it, or with events that wait for the date.
-- Those that most events wait for first. Columns: id, published, days, waiting.
SELECT
    source.id,
    source.published,
    (
        SELECT count(*) FROM published_candidate WHERE published_candidate.source_id = source.id
    ) AS days,
    (
        SELECT count(*)
        FROM event
        WHERE
            event.source_id = source.id
            AND (source.published IS NOT NULL OR event.edtf IS NULL)
            AND event.date_text IS NOT NULL
    ) AS waiting
FROM source
WHERE
    (source.published IS NULL OR source.published_basis = 'inferred')
    AND ' ' || source.given || ' ' NOT LIKE '% published %'
    AND source.id NOT IN (
        SELECT target_id FROM assessment WHERE target_kind = 'source' AND field = 'reading'
    )
    AND (source.published IS NOT NULL OR days > 0 OR waiting > 0)
ORDER BY source.published IS NOT NULL, days = 0, waiting DESC, source.id
