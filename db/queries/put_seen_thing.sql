-- Say that a reader looked at one new thing. Takes the columns.
INSERT OR REPLACE INTO seen_thing (reader, kind, id, upto)
VALUES (:reader, :kind, :id, :upto)
