-- The rare names in a document's story are kept with its voices: two documents that share enough of them tell of one
-- thing. An older dossier gets them when `update` reads its documents again.

CREATE TABLE voices_2 ( -- Who is named in a document as a maker of figures, and who stands for whom; what comparing it needs.
    document TEXT PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE, -- id of the document
    named TEXT NOT NULL, -- JSON list: key and name of each maker, where it is named, whether a work of theirs is cited
    bodies TEXT NOT NULL, -- JSON: from the key of a person, a work or short letters to the key of the body behind them
    names TEXT NOT NULL -- JSON list: the proper names in its story that few texts have, in small letters
) STRICT, WITHOUT ROWID;
INSERT INTO voices_2 (document, named, bodies, names) SELECT document, named, bodies, '[]' FROM voices;
DROP TABLE voices;
ALTER TABLE voices_2 RENAME TO voices;
