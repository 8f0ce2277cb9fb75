-- Say which version the text of a source is; the first is told by NULL. Takes :id, :sha256.
UPDATE source SET text_sha256 = nullif(:sha256, sha256) WHERE id = :id
