-- Keep what other cases are told of a decision. Takes :id, :told.
UPDATE decision SET told = :told WHERE id = :id
