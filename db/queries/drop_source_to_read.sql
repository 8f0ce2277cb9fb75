-- A source need not be read again any more. Takes :id.
DELETE FROM source_to_read WHERE source_id = :id
