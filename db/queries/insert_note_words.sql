-- Put a note into the full-text index. Takes :id, :words.
INSERT INTO note_words (rowid, words) VALUES (:id, :words)
