-- Forget a conflict that is none any more, unless a reader wrote on it. Takes :id.
-- Columns: place (a JSON array; see db/README.md, former), id.
DELETE FROM conflict
WHERE
    id = :id
    AND id NOT IN (SELECT target_id FROM note WHERE target_kind = 'conflict')
    AND id NOT IN (SELECT target_id FROM question WHERE target_kind = 'conflict')
RETURNING json_array(about_kind, about_id, field) AS place, id
