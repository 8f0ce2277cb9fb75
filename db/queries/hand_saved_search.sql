-- Every saved search. Columns: those of the table.
SELECT id, name, line, created FROM saved_search ORDER BY name
