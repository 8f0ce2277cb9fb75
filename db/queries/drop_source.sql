-- Take a source out of the case, and all that is of it alone. Takes :id.
DELETE FROM source WHERE id = :id
