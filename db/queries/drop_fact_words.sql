-- Take facts out of the full-text index. Takes :ids (a JSON array).
DELETE FROM fact_words WHERE rowid IN (SELECT value FROM json_each(:ids))
