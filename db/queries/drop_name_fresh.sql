-- Forget which names have changed.
DELETE FROM name_fresh
