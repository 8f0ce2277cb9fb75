-- Give a source its date. Takes :id and the columns.
UPDATE source
SET published = :edtf,
    published_text = :text,
    published_earliest = :earliest,
    published_latest = :latest,
    published_basis = :basis,
    published_reason = :reason
WHERE id = :id
