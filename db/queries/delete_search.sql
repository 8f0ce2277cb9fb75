-- Forget a saved search; the decision log keeps it. Takes :name.
DELETE FROM saved_search WHERE name = :name
