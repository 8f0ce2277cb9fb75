-- Sources whose title or path may have words that begin so: their letters hold the pattern, or
-- are not plain ASCII, or hold what folding drops. Takes :pattern (LIKE), :limit.
-- Columns: id, label, path.
SELECT id, label, path
FROM source
WHERE
    label LIKE :pattern
    OR path LIKE :pattern
    -- More bytes than characters; GLOB with all characters that are plain takes four times as long.
    OR length(CAST(label || path AS BLOB)) <> length(label || path)
    OR instr(label || path, '''')
    OR instr(label || path, '`')
ORDER BY id
LIMIT :limit
