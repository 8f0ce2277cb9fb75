-- Make an account of an event a cluster of its own. Takes :id.
UPDATE event SET cluster_id = id WHERE id = :id
