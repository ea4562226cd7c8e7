-- The voices of a document are kept with it, so that a comparison need not read its text again. An older dossier
-- gets them when `update` reads its documents again.

CREATE TABLE voices ( -- Who is named in a document as a maker of figures, and who stands for whom; what comparing it needs.
    document TEXT PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE, -- id of the document
    named TEXT NOT NULL, -- JSON list: key and name of each maker, where it is named, whether a work of theirs is cited
    bodies TEXT NOT NULL -- JSON: from the key of a person, a work or short letters to the key of the body behind them
) STRICT, WITHOUT ROWID;
