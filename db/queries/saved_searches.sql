-- What a reader looked for and kept, by name. Columns: id, name, line, created.
SELECT id, name, line, created FROM saved_search ORDER BY name COLLATE NOCASE, name
