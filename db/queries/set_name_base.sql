-- Say that the rows of columns themselves have changed.
UPDATE name_state SET base = random()
