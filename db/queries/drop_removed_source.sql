-- Say that a source is not removed. Takes :source_id.
DELETE FROM removed_source WHERE source_id = :source_id
