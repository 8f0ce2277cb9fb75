-- The state of the index of names. Columns: version, base, indexed.
SELECT version, base, indexed FROM name_state
