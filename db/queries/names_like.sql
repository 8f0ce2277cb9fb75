-- Names that share most features with what was typed.
-- Takes :grams (a JSON array), :limit. Columns: kind, ref_id, text, folded, weight, shared.
WITH hits AS (
    SELECT name_id, count(*) AS shared
    FROM name_gram
    WHERE gram IN (SELECT value FROM json_each(:grams))
    GROUP BY name_id
)
SELECT name.kind, name.ref_id, name.text, name.folded, name.weight, hits.shared
FROM hits
JOIN name ON name.id = hits.name_id
ORDER BY hits.shared DESC, name.weight DESC, name.id
LIMIT :limit
