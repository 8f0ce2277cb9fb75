-- Let an account of an event have taken place somewhere. Takes :id, :place_id.
UPDATE event SET place_id = :place_id WHERE id = :id AND place_id IS NOT :place_id
