-- Sources in an order of the reader's, undated and unnamed last. Takes :by (one of those
-- below), :down (1 for the largest first), :ids (a JSON array; null for all).
-- Columns: id.
SELECT id
FROM (
    SELECT
        id,
        CASE :by
            WHEN 'date' THEN published_earliest
            WHEN 'name' THEN lower(coalesce(title, label))
            WHEN 'publisher' THEN lower(publisher)
            WHEN 'added' THEN id
        END AS placed
    FROM source
    WHERE :ids IS NULL OR id IN (SELECT value FROM json_each(:ids))
)
ORDER BY
    placed IS NULL,
    CASE WHEN :down THEN placed END DESC,
    placed,
    id
