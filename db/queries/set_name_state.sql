-- Say that the index of names has changed and is whole.
UPDATE name_state SET version = random(), indexed = 1
