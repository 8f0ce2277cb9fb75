-- Rows of the index of features. Takes :ids (a JSON array). Columns: id, names.
SELECT id, names FROM name_feature WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY id
