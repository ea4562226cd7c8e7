-- The numbers that no claim holds are looked for once, when figures are settled, so that a page can list them.

CREATE TABLE unclaimed ( -- A number in a title or main text over which no claim stands; made anew with the figures.
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE, -- id of the document
    start INTEGER NOT NULL, -- first character
    end INTEGER NOT NULL, -- character behind the last
    PRIMARY KEY (document, start, end)
) STRICT, WITHOUT ROWID;

UPDATE meta SET value = 0 WHERE name = 'settled' AND EXISTS (SELECT 1 FROM document);
