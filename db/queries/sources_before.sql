-- Sources that may have been published before a day, up to a number. Takes :day (ISO), :limit.
-- Columns: id.
SELECT id FROM source WHERE published_earliest < :day LIMIT :limit
