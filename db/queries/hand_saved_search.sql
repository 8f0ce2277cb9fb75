-- Every saved search. Columns: those of the table but for the id.
SELECT name, line, created FROM saved_search ORDER BY name
