-- Publishers of sources that may have words that begin so, as sources_labelled. Takes :pattern
-- (LIKE). Columns: publisher.
SELECT publisher
FROM (SELECT DISTINCT publisher FROM source)
WHERE
    publisher LIKE :pattern
    OR length(CAST(publisher AS BLOB)) <> length(publisher)
    OR instr(publisher, '''')
    OR instr(publisher, '`')
ORDER BY publisher
