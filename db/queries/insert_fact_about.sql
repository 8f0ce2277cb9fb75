-- Add what a fact is about.
INSERT INTO fact_about (fact_id, position, entity_id) VALUES (:fact_id, :position, :entity_id)
