-- What was given out, and what undoes its pseudonyms: only here, and in no release.

CREATE TABLE release ( -- A release that was made: for whom, in which form, and the secret of its ids.
    id TEXT PRIMARY KEY, -- id of its entry in the history
    at TEXT NOT NULL, -- when, UTC
    profile TEXT NOT NULL, -- for whom
    form TEXT NOT NULL, -- csv, json, report, dossier ...
    sha256 TEXT NOT NULL, -- SHA-256 of the file
    secret BLOB NOT NULL -- key of the ids in it and of the order of its pseudonyms
) STRICT, WITHOUT ROWID;

CREATE TABLE pseudonym ( -- Who stands behind a pseudonym of a release; no export reads this table.
    release TEXT NOT NULL REFERENCES release (id) ON DELETE CASCADE, -- id of the release
    pseudonym TEXT NOT NULL, -- as it stands in the release
    person TEXT NOT NULL, -- id of the person
    names TEXT NOT NULL, -- JSON list of the names that the documents give
    documents TEXT NOT NULL, -- JSON list of the documents that speak of the person; when one is forgotten, so is this
    PRIMARY KEY (release, pseudonym)
) STRICT, WITHOUT ROWID;
