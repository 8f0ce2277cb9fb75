-- Make an account a cluster of its own. Takes :id.
UPDATE entity SET cluster_id = id WHERE id = :id
