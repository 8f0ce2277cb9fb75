-- Let an event that a reader made be there again. Takes :id.
UPDATE event SET lost = 0 WHERE id = :id
