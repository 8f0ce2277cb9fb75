-- Let an account of an entity be there again because a reader made it. Takes :id.
UPDATE entity SET lost = 0, by_hand = 1 WHERE id = :id AND lost = 1
