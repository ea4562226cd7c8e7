-- Most claims that are looked up under a key have nothing more in common, and most texts that share a fingerprint no passage:
-- a few bytes of each tell so before it is read. A document of an older dossier has none until `update` reads it again, and
-- is read as before.

CREATE TABLE claim_outline ( -- What tells at once that two claims cannot be about the same.
    document_number INTEGER NOT NULL REFERENCES document (number) ON DELETE CASCADE, -- document.number
    n INTEGER NOT NULL, -- claim.n of that document
    outline BLOB NOT NULL, -- number, words and people of the claim, packed (MessagePack)
    PRIMARY KEY (document_number, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE spelling ( -- The words of a story in order, as numbers: what tells at once that two texts share no passage.
    document_number INTEGER PRIMARY KEY REFERENCES document (number) ON DELETE CASCADE, -- document.number
    words BLOB NOT NULL -- four bytes of each word
) STRICT;
