-- Note the days that bound the publication of a source. Takes :id, :earliest, :latest.
UPDATE source SET published_earliest = :earliest, published_latest = :latest WHERE id = :id
