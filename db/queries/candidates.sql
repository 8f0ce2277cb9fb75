-- Days on which a source may have been published. Takes :id. Columns: text, edtf.
SELECT text, edtf FROM published_candidate WHERE source_id = :id ORDER BY position
