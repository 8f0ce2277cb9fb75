-- Say which columns hold a name that has changed. Takes :number, :columns.
INSERT INTO name_fresh (number, columns) VALUES (:number, :columns)
ON CONFLICT (number) DO UPDATE SET columns = excluded.columns
