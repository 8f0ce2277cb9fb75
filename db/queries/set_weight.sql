-- Say how prominent a name is. Takes :id, :weight.
UPDATE name SET weight = :weight WHERE id = :id
