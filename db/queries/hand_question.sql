-- Every question. Columns: those of the table.
SELECT
    target_kind,
    target_id,
    words,
    start,
    stop,
    quote,
    asked_of,
    asked_at,
    made_by,
    made_at,
    answer,
    answered_by,
    answered_at,
    version
FROM question
ORDER BY made_at, target_kind, target_id, words
