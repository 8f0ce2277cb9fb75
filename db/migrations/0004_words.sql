-- Statements are searched by their words, and the words of all texts can be looked up.

CREATE VIRTUAL TABLE fact_words USING fts5 (
    words,
    tokenize = 'unicode61 remove_diacritics 2'
);

INSERT INTO fact_words (rowid, words)
SELECT id, statement
FROM fact
WHERE NOT statement GLOB '*[぀-ヿ㐀-䶿一-鿿豈-﫿가-힯]*'
ORDER BY id;

-- A space round every CJK character, as casefile.core.folding.spaced does.
INSERT INTO fact_words (rowid, words)
WITH RECURSIVE cut (id, done, rest) AS (
    SELECT id, '', statement
    FROM fact
    WHERE statement GLOB '*[぀-ヿ㐀-䶿一-鿿豈-﫿가-힯]*'
    UNION ALL
    SELECT
        id,
        done || CASE
            WHEN substr(rest, 1, 1) GLOB '[぀-ヿ㐀-䶿一-鿿豈-﫿가-힯]' THEN ' ' || substr(rest, 1, 1) || ' '
            ELSE substr(rest, 1, 1)
        END,
        substr(rest, 2)
    FROM cut
    WHERE rest != ''
)
SELECT id, done
FROM cut
WHERE rest = ''
ORDER BY id;

CREATE VIRTUAL TABLE source_vocabulary USING fts5vocab ('source_words', 'row');

CREATE VIRTUAL TABLE note_vocabulary USING fts5vocab ('note_words', 'row');
