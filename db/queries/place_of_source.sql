-- By what a source is known in every case. Takes :id. Columns: sha256.
SELECT sha256 FROM source WHERE id = :id
