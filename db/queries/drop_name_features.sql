-- Forget all features of names, to find them anew.
DELETE FROM name_feature
