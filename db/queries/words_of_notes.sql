-- Every note with what is indexed of it. Columns: id, body, words.
SELECT note.id, note.body, note_words.words
FROM note
JOIN note_words ON note_words.rowid = note.id
ORDER BY note.id
