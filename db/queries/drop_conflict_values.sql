-- Forget the values of a conflict. Takes :id.
DELETE FROM conflict_value WHERE conflict_id = :id
