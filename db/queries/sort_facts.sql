-- Facts in an order of the reader's, those of undated sources last. Takes :by (one of those
-- below), :down (1 for the largest first), :ids (a JSON array; null for all).
-- Columns: id.
SELECT id
FROM (
    SELECT
        fact.id,
        CASE :by
            WHEN 'date' THEN source.published_earliest
            WHEN 'name' THEN lower(fact.statement)
            WHEN 'added' THEN fact.id
        END AS placed
    FROM fact
    JOIN source ON source.id = fact.source_id
    WHERE :ids IS NULL OR fact.id IN (SELECT value FROM json_each(:ids))
)
ORDER BY
    placed IS NULL,
    CASE WHEN :down THEN placed END DESC,
    placed,
    id
