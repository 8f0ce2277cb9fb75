-- Add a link of a chain of attribution.
INSERT INTO attribution (fact_id, depth, speaker, entity_id, verb)
VALUES (:fact_id, :depth, :speaker, :entity_id, :verb)
