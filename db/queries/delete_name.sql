-- Forget one name. Takes :id.
DELETE FROM name WHERE id = :id
