-- Names are found by few columns that stay in memory; what has changed lately stands apart.

DELETE FROM name_feature;

DELETE FROM name_form;

CREATE TABLE name_fresh (
    number INTEGER PRIMARY KEY,
    columns BLOB NOT NULL
) STRICT;

ALTER TABLE name_state ADD COLUMN base INTEGER NOT NULL DEFAULT 0;

UPDATE name_state SET version = random(), indexed = NOT EXISTS (SELECT 1 FROM name);
