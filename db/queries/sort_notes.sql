-- Notes in an order of the reader's, undated and unnamed last. Takes :by (one of those
-- below), :down (1 for the largest first), :ids (a JSON array; null for all).
-- Columns: id.
SELECT id
FROM (
    SELECT
        id,
        CASE :by
            WHEN 'date' THEN created
            WHEN 'name' THEN lower(body)
            WHEN 'kind' THEN target_kind
        END AS placed
    FROM note
    WHERE :ids IS NULL OR id IN (SELECT value FROM json_each(:ids))
)
ORDER BY
    placed IS NULL,
    CASE WHEN :down THEN placed END DESC,
    placed,
    id
