-- Sources that may be called so: their letters hold the pattern, or are not plain ASCII, or
-- hold what folding drops. Takes :pattern (LIKE). Columns: id, publisher, label, path.
SELECT id, coalesce(publisher, '') AS publisher, label, path
FROM source
WHERE
    publisher LIKE :pattern
    OR label LIKE :pattern
    OR path LIKE :pattern
    OR publisher GLOB '*[^ -&(-_a-~]*'
    OR label GLOB '*[^ -&(-_a-~]*'
    OR path GLOB '*[^ -&(-_a-~]*'
ORDER BY id
