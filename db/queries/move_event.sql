-- Put an event to another place of its source. Takes :id, :anchor, :ordinal.
UPDATE event SET anchor = :anchor, ordinal = :ordinal WHERE id = :id
