-- The conflicts about some things. Takes :kind, :ids. Columns: id, about_id, field.
SELECT id, about_id, field
FROM conflict
WHERE about_kind = :kind AND about_id IN (SELECT value FROM json_each(:ids))
ORDER BY id
