-- Sources that may have been published from a day on, up to a number; first those that surely
-- were, by the index. Takes :day (ISO), :limit. Columns: id.
SELECT id FROM source WHERE published_earliest >= :day AND coalesce(published_latest, :day) >= :day
UNION ALL
SELECT id FROM source WHERE +published_earliest < :day AND coalesce(published_latest, :day) >= :day
LIMIT :limit
