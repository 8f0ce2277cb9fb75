-- Some facts with what is indexed of them. Takes :after (an id), :limit.
-- Columns: id, statement, words.
SELECT fact.id, fact.statement, fact_words.words
FROM fact
LEFT JOIN fact_words ON fact_words.rowid = fact.id
WHERE fact.id > :after
ORDER BY fact.id
LIMIT :limit
