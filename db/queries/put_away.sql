-- Put a row apart with a source. Takes :source_id, :name (of its table), :told (JSON).
INSERT INTO put_away (source_id, name, told) VALUES (:source_id, :name, :told)
