-- Take a machine's judgement back. Takes :id.
DELETE FROM judgement WHERE id = :id
