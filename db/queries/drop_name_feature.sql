-- Forget a feature that no name of a block has any more. Takes :id.
DELETE FROM name_feature WHERE id = :id
