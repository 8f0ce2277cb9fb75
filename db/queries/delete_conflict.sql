-- Forget a conflict that is none any more. Takes :id.
DELETE FROM conflict WHERE id = :id
