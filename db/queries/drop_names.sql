-- Forget all names, to gather them anew.
DELETE FROM name
