-- By what name each source is found. Columns: id, name.
SELECT id, coalesce(nullif(title, ''), path) AS name FROM source ORDER BY id
