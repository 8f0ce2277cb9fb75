-- The names of saved searches, of those that are gone, too; of one name the last number comes last.
-- Columns: id, name.
SELECT target_id AS id, json_extract(coalesce(after, before), '$.name') AS name
FROM decision WHERE target_kind = 'search'
UNION
SELECT id, name FROM saved_search
ORDER BY 1
