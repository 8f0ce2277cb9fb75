-- What a conflict is about. Takes :id. Columns: about_kind, about_id, field.
SELECT about_kind, about_id, field FROM conflict WHERE id = :id
