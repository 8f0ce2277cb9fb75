-- Say which cluster an account of an event belongs to. Takes :id, :cluster_id.
UPDATE event SET cluster_id = :cluster_id WHERE id = :id AND cluster_id != :cluster_id
