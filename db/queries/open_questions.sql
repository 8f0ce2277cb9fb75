-- How many questions wait for an answer. Columns: questions.
SELECT count(*) AS questions FROM question WHERE answer IS NULL
