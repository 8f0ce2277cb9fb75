-- Put a note to another place of its source. Takes :id, :start, :stop.
UPDATE note SET start = :start, stop = :stop WHERE id = :id
