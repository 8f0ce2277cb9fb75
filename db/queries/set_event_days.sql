-- Note the days that bound an event. Takes :id, :earliest, :latest.
UPDATE event SET earliest = :earliest, latest = :latest WHERE id = :id
