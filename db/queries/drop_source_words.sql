-- Take a source out of the full-text index. Takes :id.
DELETE FROM source_words WHERE rowid = :id
