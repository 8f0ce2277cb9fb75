-- What stands below what readers state. Takes :kind. Columns: id, told (JSON).
SELECT id, told FROM overruled WHERE kind = :kind ORDER BY id
