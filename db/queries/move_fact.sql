-- Put a fact to another place of its source. Takes :id, :start, :stop, :ordinal.
UPDATE fact SET start = :start, stop = :stop, ordinal = :ordinal WHERE id = :id
