-- Put a fact into the full-text index. Takes :id, :words.
INSERT INTO fact_words (rowid, words) VALUES (:id, :words)
