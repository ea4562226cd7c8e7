-- Most claims that are looked up under a key have nothing more in common: a few bytes of each tell so before it is read. And
-- the words of each story are kept as they are laid beside those of others, so that no text is read again for it. A
-- document of an older dossier has neither until `update` reads it again, and is read as before.

CREATE TABLE claim_outline ( -- What tells at once that two claims cannot be about the same.
    document_number INTEGER NOT NULL REFERENCES document (number) ON DELETE CASCADE, -- document.number
    n INTEGER NOT NULL, -- claim.n of that document
    outline BLOB NOT NULL, -- number, words and people of the claim, packed (MessagePack)
    PRIMARY KEY (document_number, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE story ( -- The words of a story in order, with their places, as they are laid beside those of others.
    document_number INTEGER PRIMARY KEY REFERENCES document (number) ON DELETE CASCADE, -- document.number
    words BLOB NOT NULL -- spelling and place of each word, and how it stands, packed (MessagePack)
) STRICT;
