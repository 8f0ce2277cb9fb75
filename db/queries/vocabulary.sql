-- Words of texts and notes between two of them. Takes :low, :high (excluded).
-- Columns: term, documents (that hold it).
SELECT term, sum(doc) AS documents
FROM (
    SELECT term, doc FROM source_vocabulary WHERE term >= :low AND term < :high
    UNION ALL
    SELECT term, doc FROM note_vocabulary WHERE term >= :low AND term < :high
)
GROUP BY term
ORDER BY term
