-- What is indexed of some facts. Takes :ids (a JSON array). Columns: id, words.
SELECT rowid AS id, words
FROM fact_words
WHERE rowid IN (SELECT value FROM json_each(:ids))
ORDER BY rowid
