-- Every date that is stored as EDTF. Columns: what, id, edtf.
SELECT 'source' AS what, id, published AS edtf FROM source WHERE published IS NOT NULL
UNION ALL
SELECT 'event', id, edtf FROM event WHERE edtf IS NOT NULL
ORDER BY 1, 2
