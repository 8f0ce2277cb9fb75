-- Keep a search; :id is NULL for a new one, else the id it had. One of that id is replaced.
INSERT INTO saved_search (id, name, line, created)
VALUES (:id, :name, :line, :created)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, line = excluded.line, created = excluded.created
RETURNING id
