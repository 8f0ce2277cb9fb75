-- The source made of these bytes. Takes :sha256. Columns: id.
SELECT id FROM source WHERE sha256 = :sha256
