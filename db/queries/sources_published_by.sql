-- Sources of some publishers. Takes :publishers (a JSON array). Columns: id.
SELECT id FROM source WHERE publisher IN (SELECT value FROM json_each(:publishers)) ORDER BY id
