-- Tell an account of an event anew. Takes :id and the columns.
UPDATE event
SET title = :title,
    date_text = :date_text,
    edtf = :edtf,
    earliest = :earliest,
    latest = :latest,
    place_id = :place_id,
    modality = :modality,
    secret = :secret
WHERE id = :id
