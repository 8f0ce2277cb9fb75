-- Keep a search. Takes its columns.
INSERT INTO saved_search (id, name, line, created) VALUES (:id, :name, :line, :created)
