-- Take back what a reader stated of a fact. Takes :fact_id, :field.
DELETE FROM stated_fact WHERE fact_id = :fact_id AND field = :field
