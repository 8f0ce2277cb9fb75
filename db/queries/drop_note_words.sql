-- Take a note out of the full-text index. Takes :id.
DELETE FROM note_words WHERE rowid = :id
