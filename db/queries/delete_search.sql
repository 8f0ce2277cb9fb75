-- Forget a saved search; the decision log keeps it. Takes :id.
DELETE FROM saved_search WHERE id = :id
