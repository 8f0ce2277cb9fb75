-- The ids of events and facts of a source that are no longer found; no more are they remembered.
-- Takes :id. Columns: kind, place, id.
DELETE FROM former
WHERE kind IN ('event', 'fact') AND json_extract(place, '$[0]') = :id
RETURNING kind, json_remove(place, '$[0]') AS place, id
