-- Entities in an order of the reader's, undated and unnamed last. Takes :by (one of those
-- below), :down (1 for the largest first), :ids (a JSON array; null for all).
-- Columns: id.
SELECT id
FROM (
    SELECT
        id,
        CASE :by
            WHEN 'mentions' THEN mentions
            WHEN 'sources' THEN sources
            WHEN 'name' THEN lower(name)
            WHEN 'kind' THEN kind
            WHEN 'date' THEN first_year
        END AS placed
    FROM entity_cluster
    WHERE :ids IS NULL OR id IN (SELECT value FROM json_each(:ids))
)
ORDER BY
    placed IS NULL,
    CASE WHEN :down THEN placed END DESC,
    placed,
    id
