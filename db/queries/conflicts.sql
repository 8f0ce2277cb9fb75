-- Every conflict. Columns: id, about_kind, about_id, field.
SELECT id, about_kind, about_id, field FROM conflict ORDER BY id
