-- Say that the index of names has changed and is whole. Takes :rules (0 to 65535), by which it is made.
UPDATE name_state SET version = (random() & ~65535) | :rules, indexed = 1
