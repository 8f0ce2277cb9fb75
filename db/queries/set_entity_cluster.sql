-- Say which cluster an account of an entity belongs to. Takes :id, :cluster_id.
UPDATE entity SET cluster_id = :cluster_id WHERE id = :id AND cluster_id != :cluster_id
