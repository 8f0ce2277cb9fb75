-- Give a source another text. Takes :id, :text.
UPDATE source_text SET text = :text WHERE source_id = :id
