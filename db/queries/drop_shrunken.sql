-- Linking has told the clusters anew that had lost an account.
DELETE FROM shrunken_cluster
