-- What events a source has rows for, but those that a reader made. Takes :id. Columns: id, kind, anchor, ordinal.
SELECT id, kind, anchor, ordinal FROM event WHERE source_id = :id AND by_hand = 0 ORDER BY id
