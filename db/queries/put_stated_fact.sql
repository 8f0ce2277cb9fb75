-- Write down what a reader states of a fact. Takes the columns.
INSERT OR REPLACE INTO stated_fact (fact_id, field, value, things, made_at)
VALUES (:fact_id, :field, :value, :things, :made_at)
