-- What is indexed of a source. Takes :id. Columns: words.
SELECT words FROM source_words WHERE rowid = :id
