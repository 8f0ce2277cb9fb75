-- Notes. Takes :ids (a JSON array).
SELECT
    id, target_kind, target_id, start, stop, quote, prefix, suffix, body, created, updated
FROM note
WHERE id IN (SELECT value FROM json_each(:ids))
ORDER BY id
