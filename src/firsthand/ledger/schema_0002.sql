-- The voices of a document are kept with it, so that a comparison need not read its text again, and what leads
-- from one document to others is kept in the order of publication, so that a word that leads to very many leads to
-- the earliest of them. An older dossier gets the rest when `update` reads its documents again.

CREATE TABLE voices ( -- Who is named in a document as a maker of figures, and who stands for whom; what comparing it needs.
    document TEXT PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE, -- id of the document
    named TEXT NOT NULL, -- JSON list: key and name of each maker, where it is named, whether a work of theirs is cited
    bodies TEXT NOT NULL -- JSON: from the key of a person, a work or short letters to the key of the body behind them
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_key_2 ( -- The words under which a claim is looked up when another one might be its like.
    key TEXT NOT NULL, -- the words or number
    turn INTEGER NOT NULL, -- smaller for what was published earlier: its day (99999999 when unknown) and the first 32 bits of the document's id
    document_number INTEGER NOT NULL REFERENCES document (number) ON DELETE CASCADE, -- document.number
    n INTEGER NOT NULL, -- claim.n of that document
    PRIMARY KEY (key, turn, document_number, n)
) STRICT, WITHOUT ROWID;
INSERT INTO claim_key_2 (key, turn, document_number, n) SELECT key, 0, document_number, n FROM claim_key;
DROP TABLE claim_key;
ALTER TABLE claim_key_2 RENAME TO claim_key;
CREATE INDEX claim_key_document ON claim_key (document_number, n);

CREATE TABLE print_2 ( -- Fingerprints of a text, by which copied passages are found.
    value INTEGER NOT NULL, -- the fingerprint, signed 64 bits
    turn INTEGER NOT NULL, -- as in claim_key
    document_number INTEGER NOT NULL REFERENCES document (number) ON DELETE CASCADE, -- document.number
    weight REAL NOT NULL, -- how much it says that another text has it too: with 1 together, two texts are laid side by side
    PRIMARY KEY (value, turn, document_number)
) STRICT, WITHOUT ROWID;
INSERT INTO print_2 (value, turn, document_number, weight) SELECT value, 0, document_number, 0.5 FROM print;
DROP TABLE print;
ALTER TABLE print_2 RENAME TO print;
CREATE INDEX print_document ON print (document_number);

CREATE TABLE unlinked ( -- Documents that are still to be compared with the others: new ones, and those whose place in a crowd has changed.
    document_number INTEGER PRIMARY KEY REFERENCES document (number) ON DELETE CASCADE -- document.number
) STRICT;
