-- Forget which new things a reader looked at. Takes :reader.
DELETE FROM seen_thing WHERE reader = :reader
