-- Let a fact that a reader made be there again. Takes :id.
UPDATE fact SET lost = 0 WHERE id = :id
