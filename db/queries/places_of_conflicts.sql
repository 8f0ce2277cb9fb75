-- By what conflicts are known again. Columns: id, about_kind, about_id, field.
SELECT id, about_kind, about_id, field FROM conflict ORDER BY id
