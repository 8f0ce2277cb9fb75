-- Which state the index of names is in. Columns: version (changes with every change), indexed.
SELECT version, indexed FROM name_state
