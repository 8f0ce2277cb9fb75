-- Every date that is stored as EDTF. Columns: what, id, edtf, earliest, latest.
SELECT
    'source' AS what, id, published AS edtf, published_earliest AS earliest,
    published_latest AS latest
FROM source
WHERE published IS NOT NULL
UNION ALL
SELECT 'event', id, edtf, earliest, latest FROM event WHERE edtf IS NOT NULL
ORDER BY 1, 2
