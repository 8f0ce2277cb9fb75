-- Forget a decision of another log. Takes :key.
DELETE FROM merged_decision WHERE key = :key
