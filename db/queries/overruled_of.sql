-- What stands below what a reader states of one thing. Takes :kind, :id. Columns: told (JSON).
SELECT told FROM overruled WHERE kind = :kind AND id = :id
