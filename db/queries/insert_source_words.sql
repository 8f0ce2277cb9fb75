-- Put a source into the full-text index. Takes :id, :words.
INSERT INTO source_words (rowid, words) VALUES (:id, :words)
