-- Forget some conflicts. Takes :ids (a JSON array).
-- Columns: place (a JSON array; see db/README.md, former), id.
DELETE FROM conflict
WHERE id IN (SELECT value FROM json_each(:ids))
RETURNING json_array(about_kind, about_id, field) AS place, id
