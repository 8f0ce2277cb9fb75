-- Remember the id of a row that is no longer found, so that it has it again if it comes back.
-- Takes :kind, :place, :id.
INSERT INTO former (kind, place, id)
VALUES (:kind, :place, :id)
ON CONFLICT (kind, place) DO NOTHING
