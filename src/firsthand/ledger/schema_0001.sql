-- Version 1 of a dossier. The comment behind a table's name and behind each column is its
-- documentation: SQLite keeps it, and docs/dossier-file.md is made from it.

CREATE TABLE meta ( -- What the file says about itself, one row for each name.
    name TEXT PRIMARY KEY, -- "dossier" (a random id, the same in all copies), "created", "program", "secret" (key of the tombstones), "settled" (1: figures and findings are up to date), "scrub" (1: an erasure has still to be finished)
    value ANY -- the value under that name
) STRICT, WITHOUT ROWID;

CREATE TABLE original ( -- A file as it was received; its bytes never change.
    sha256 TEXT PRIMARY KEY, -- SHA-256 of the bytes, in hexadecimal
    media_type TEXT NOT NULL, -- kind of file by its content, as it was found when it first came
    size INTEGER NOT NULL -- bytes
) STRICT, WITHOUT ROWID;

CREATE TABLE original_part ( -- The bytes of an original, cut into pieces of 1 MiB.
    sha256 TEXT NOT NULL REFERENCES original (sha256) ON DELETE CASCADE, -- the original
    n INTEGER NOT NULL, -- place of the piece, from 0
    data BLOB NOT NULL, -- the piece, compressed with zlib
    PRIMARY KEY (sha256, n)
) STRICT;

CREATE TABLE receipt ( -- Under which name an original came; one original may have several.
    sha256 TEXT NOT NULL REFERENCES original (sha256) ON DELETE CASCADE, -- the original
    name TEXT NOT NULL, -- path inside the folder, archive or message
    inside TEXT, -- SHA-256 of the archive or message that held it; the keyed hash of forgotten.hash once that is erased; NULL for a file of its own
    at TEXT NOT NULL -- when it came, UTC
) STRICT;
CREATE UNIQUE INDEX receipt_once ON receipt (sha256, name, ifnull(inside, ''));
CREATE INDEX receipt_inside ON receipt (inside);
CREATE INDEX receipt_name ON receipt (name);

CREATE TABLE document ( -- The readable text that one reader made of one original.
    number INTEGER PRIMARY KEY, -- short stand-in for the id inside this file only; another copy may use another
    id TEXT NOT NULL UNIQUE, -- hash of the original's bytes and its name
    original TEXT NOT NULL REFERENCES original (sha256), -- SHA-256 of the original
    name TEXT NOT NULL, -- name under which the original came
    media_type TEXT NOT NULL, -- kind of file by which it was read
    title TEXT, -- as the document gives it, or NULL
    publisher TEXT, -- as the document gives it, or NULL
    authors TEXT NOT NULL, -- JSON list of names
    language TEXT NOT NULL, -- ISO 639-1
    kind TEXT NOT NULL, -- press article, report, encyclopedia article, testimony, press release, other
    published TEXT, -- the best-supported date, ISO 8601, may stop at the year or month
    pages TEXT NOT NULL, -- JSON list: where each page starts, for formats that have pages
    engine TEXT NOT NULL, -- version of the program and of the language model that read it
    at TEXT NOT NULL, -- when it was read, UTC
    text_sha256 TEXT NOT NULL, -- SHA-256 of the text in UTF-8, kept when it was read
    text TEXT NOT NULL -- the whole text; every start and end in this file counts its characters from 0
) STRICT;
CREATE INDEX document_original ON document (original);
CREATE INDEX document_name ON document (name);

CREATE TABLE failure ( -- A file that could not be read; the reasons are under its id in problem.
    document TEXT PRIMARY KEY, -- the id that its document would have
    original TEXT, -- SHA-256, NULL when not even its bytes could be had
    name TEXT, -- name under which it came, NULL when its bytes could not be had
    engine TEXT NOT NULL, -- version that tried
    at TEXT NOT NULL -- when, UTC
) STRICT, WITHOUT ROWID;

CREATE TABLE zone ( -- A stretch of a document by its role.
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE, -- id of the document
    n INTEGER NOT NULL, -- place in the list, from 0
    start INTEGER NOT NULL, -- first character
    end INTEGER NOT NULL, -- character behind the last
    kind TEXT NOT NULL, -- main, title, byline, caption, references, related, comments, boilerplate, metadata
    PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE found_date ( -- A date that a document gives for itself; they may disagree.
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE, -- id of the document
    n INTEGER NOT NULL, -- place in the list, from 0
    date TEXT NOT NULL, -- ISO 8601
    origin TEXT NOT NULL, -- metadata, text, url, header
    event TEXT NOT NULL, -- what happened then: published, updated
    start INTEGER, -- first character, NULL where the text does not show it
    end INTEGER, -- character behind the last, or NULL
    PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE mark ( -- Something underlined in a text; the views quantity and attribution show the common ones with columns.
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE, -- id of the document
    kind TEXT NOT NULL, -- quantity, attribution, time, place, citation, provenance, identifier
    n INTEGER NOT NULL, -- place among the marks of its kind in the document, from 0
    start INTEGER NOT NULL, -- first character of all its words
    end INTEGER NOT NULL, -- character behind the last of its words
    value TEXT NOT NULL, -- the whole mark as JSON, numbers as decimal strings
    PRIMARY KEY (document, kind, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim ( -- One checkable statement; what the text does not say is NULL.
    id TEXT PRIMARY KEY, -- hash of what it is
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE, -- id of the document
    n INTEGER NOT NULL, -- place among the document's claims, from 0
    start INTEGER NOT NULL, -- first character of the clause
    end INTEGER NOT NULL, -- character behind the last
    text TEXT NOT NULL, -- exact words of the clause
    quantity TEXT, -- the quantity as JSON, NULL when the claim has none
    quantity_text TEXT, -- exact words of the quantity
    measure TEXT NOT NULL, -- what is measured
    population TEXT, -- of whom or of what
    whole TEXT, -- of what whole a share is
    place TEXT, -- where
    period TEXT, -- when, ISO 8601 or TIMEX3
    chain TEXT NOT NULL, -- JSON list of names and roles, from the outlet to the furthest voice
    first_hand INTEGER NOT NULL, -- 1 when the speaker saw or made it
    basis TEXT NOT NULL, -- witnessed, made, repeated, not named
    because TEXT NOT NULL, -- why that basis
    terms TEXT NOT NULL, -- JSON list of the content words, in order, for comparison
    citations TEXT NOT NULL, -- JSON list of what the clause cites
    spoken INTEGER NOT NULL -- 1 when the words stand inside a direct quotation
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX claim_place ON claim (document, n);

CREATE TABLE claim_key ( -- The words under which a claim is looked up when another one might be its like.
    key TEXT NOT NULL, -- the word or number
    document_number INTEGER NOT NULL REFERENCES document (number) ON DELETE CASCADE, -- document.number
    n INTEGER NOT NULL, -- claim.n of that document
    PRIMARY KEY (key, document_number, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_key_document ON claim_key (document_number);

CREATE TABLE print ( -- Fingerprints of a text, by which copied passages are found.
    value INTEGER NOT NULL, -- the fingerprint, signed 64 bits
    document_number INTEGER NOT NULL REFERENCES document (number) ON DELETE CASCADE, -- document.number
    PRIMARY KEY (value, document_number)
) STRICT, WITHOUT ROWID;
CREATE INDEX print_document ON print (document_number);

CREATE TABLE paragraph ( -- The stretches of a text that a search finds.
    number INTEGER PRIMARY KEY, -- row of paragraph_words
    document_number INTEGER NOT NULL REFERENCES document (number) ON DELETE CASCADE, -- document.number
    start INTEGER NOT NULL, -- first character
    end INTEGER NOT NULL -- character behind the last
) STRICT;
CREATE INDEX paragraph_document ON paragraph (document_number);

-- Where words stand apart by spaces a word is a word; in the scripts that do without, every character is
-- one and a run of them a phrase, so that names of one or two characters are found too.
-- The letters' marks (M) belong to words, else the vowels of Hindi or Thai would break them.
CREATE VIRTUAL TABLE paragraph_words USING fts5 ( -- Full-text index over the paragraphs (SQLite's FTS5, without a copy of the text).
    words, -- the words of the paragraph
    content = '',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* M* Co'"
);

CREATE TABLE link ( -- How a later claim stands to an earlier one.
    earlier TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE, -- id of a claim
    later TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE, -- id of a claim
    kind TEXT NOT NULL, -- same, drift, update, conflict, impossible
    weight REAL NOT NULL, -- 0 to 1, how sure
    drift TEXT NOT NULL, -- JSON list of what drifted: value, hedge, population ...
    because TEXT NOT NULL, -- JSON list of reasons
    PRIMARY KEY (earlier, later, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_later ON link (later);

CREATE TABLE reuse ( -- The same words in two documents.
    a_document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE, -- id of the one document
    a_start INTEGER NOT NULL, -- first character there
    a_end INTEGER NOT NULL, -- character behind the last
    b_document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE, -- id of the other document
    b_start INTEGER NOT NULL, -- first character there
    b_end INTEGER NOT NULL, -- character behind the last
    words INTEGER NOT NULL, -- how many words they share
    PRIMARY KEY (a_document, a_start, a_end, b_document, b_start, b_end)
) STRICT, WITHOUT ROWID;
CREATE INDEX reuse_b ON reuse (b_document);

CREATE TABLE figure ( -- The claims of all documents that state the same thing; made anew from claims, links and judgements.
    id TEXT PRIMARY KEY, -- hash of what it is
    n INTEGER NOT NULL, -- place in the list, from 0
    label TEXT NOT NULL, -- the figure in one line
    measure TEXT NOT NULL, -- what is measured
    population TEXT -- of whom or of what
) STRICT, WITHOUT ROWID;
CREATE INDEX figure_order ON figure (n);

CREATE TABLE figure_claim ( -- Which claims make up a figure.
    figure TEXT NOT NULL REFERENCES figure (id) ON DELETE CASCADE, -- id of the figure
    n INTEGER NOT NULL, -- place in the list, from 0
    claim TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE, -- id of the claim
    PRIMARY KEY (figure, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX figure_claim_claim ON figure_claim (claim);

CREATE TABLE origin ( -- Where a figure was produced.
    figure TEXT NOT NULL REFERENCES figure (id) ON DELETE CASCADE, -- id of the figure
    n INTEGER NOT NULL, -- place in the list, from 0
    name TEXT NOT NULL, -- as the documents name it
    because TEXT NOT NULL, -- JSON list of reasons
    PRIMARY KEY (figure, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE origin_claim ( -- Which claims lead to an origin.
    figure TEXT NOT NULL, -- id of the figure
    origin INTEGER NOT NULL, -- origin.n of that figure
    n INTEGER NOT NULL, -- place in the list, from 0
    claim TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE, -- id of the claim
    PRIMARY KEY (figure, origin, n),
    FOREIGN KEY (figure, origin) REFERENCES origin (figure, n) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX origin_claim_claim ON origin_claim (claim);

CREATE TABLE finding ( -- A sentence that a researcher should read first; made anew with the figures.
    id TEXT PRIMARY KEY, -- hash of its kind, its words and its evidence
    n INTEGER NOT NULL, -- place in the list, from 0
    kind TEXT NOT NULL, -- one origin, drift, conflict, copied text ...
    says TEXT NOT NULL, -- the sentence
    weight REAL NOT NULL -- 0 to 1, heaviest first
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_order ON finding (n);

CREATE TABLE evidence ( -- The exact words on which a finding rests.
    finding TEXT NOT NULL REFERENCES finding (id) ON DELETE CASCADE, -- id of the finding
    n INTEGER NOT NULL, -- place in the list, from 0
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE, -- id of the document
    start INTEGER NOT NULL, -- first character
    end INTEGER NOT NULL, -- character behind the last
    text TEXT NOT NULL, -- exact words
    PRIMARY KEY (finding, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_document ON evidence (document);

CREATE TABLE problem ( -- Something doubtful that did not stop the work, or why a file could not be read.
    document TEXT NOT NULL, -- id of the document or of the failure
    n INTEGER NOT NULL, -- place in the list, from 0
    whereabouts TEXT NOT NULL, -- an id or a page, never a file's name
    says TEXT NOT NULL, -- for a person; never the words of a source
    PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE judgement ( -- What a reviewer decided; a later one may replace it, nothing is overwritten.
    id TEXT PRIMARY KEY, -- hash of what it is
    subject TEXT NOT NULL, -- id of what was judged
    kind TEXT NOT NULL, -- what sort of decision
    value TEXT NOT NULL, -- the decision as JSON
    reviewer TEXT NOT NULL, -- who decided
    at TEXT NOT NULL, -- when, UTC
    anchor TEXT, -- the words it was made about
    replaces TEXT -- id of the judgement that it replaces
) STRICT, WITHOUT ROWID;
CREATE INDEX judgement_subject ON judgement (subject);

CREATE TABLE judgement_document ( -- The documents that a judgement was about when it was made.
    judgement TEXT NOT NULL REFERENCES judgement (id) ON DELETE CASCADE, -- id of the judgement
    document TEXT NOT NULL, -- id of a document
    PRIMARY KEY (judgement, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX judgement_document_document ON judgement_document (document);

CREATE TABLE payload ( -- What the entries of the history recorded; it can be erased, its hash stays.
    hash TEXT PRIMARY KEY, -- SHA-256 of the salt and the body
    salt BLOB, -- 16 random bytes, so that an erased body cannot be guessed from its hash; NULL when erased
    body TEXT, -- canonical JSON (sorted keys, no spaces); NULL when erased
    erased TEXT -- when it was erased, UTC; NULL while it is there
) STRICT, WITHOUT ROWID;

CREATE TABLE history ( -- What was done to the dossier; an entry's id is the hash of all its other fields and of its parents.
    id TEXT PRIMARY KEY, -- SHA-256 of parents, at, action, actor and payload
    at TEXT NOT NULL, -- when, UTC
    action TEXT NOT NULL, -- create, receive, keep, fail, judge, forget ...
    actor TEXT NOT NULL, -- who or what did it
    payload TEXT NOT NULL REFERENCES payload (hash) -- hash of what was recorded
) STRICT, WITHOUT ROWID;
CREATE INDEX history_order ON history (at, id);
CREATE INDEX history_payload ON history (payload);

CREATE TABLE history_parent ( -- Which entries came before an entry; two after a merge of copies.
    entry TEXT NOT NULL REFERENCES history (id), -- id of the entry
    parent TEXT NOT NULL REFERENCES history (id), -- id of the entry before it
    PRIMARY KEY (entry, parent)
) STRICT, WITHOUT ROWID;
CREATE INDEX history_parent_parent ON history_parent (parent);

CREATE TABLE head ( -- The entries that no other entry follows: one, or more after a merge of copies.
    entry TEXT PRIMARY KEY REFERENCES history (id) -- id of the entry
) STRICT, WITHOUT ROWID;

CREATE TABLE forgotten ( -- What was erased for good, so that it does not come in again unnoticed.
    hash TEXT PRIMARY KEY, -- HMAC-SHA-256 of the original's SHA-256 or the document's id, with the secret of this dossier
    at TEXT NOT NULL -- when, UTC
) STRICT, WITHOUT ROWID;

CREATE VIEW quantity AS -- Every number as the interval that its words allow.
SELECT
    mark.document AS document, -- id of the document
    mark.n AS n, -- place among its quantities, from 0
    mark.start AS start, -- first character
    mark.end AS end, -- character behind the last
    substr(document.text, mark.start + 1, mark.end - mark.start) AS text, -- exact words
    json_extract(mark.value, '$.kind') AS kind, -- count, share, money, age ...
    CAST(json_extract(mark.value, '$.low') AS REAL) AS low, -- lowest value that the words allow, NULL when open
    CAST(json_extract(mark.value, '$.high') AS REAL) AS high, -- highest value that the words allow, NULL when open
    json_extract(mark.value, '$.hedge') AS hedge, -- exact, about, at least, at most, more than ...
    json_extract(mark.value, '$.unit') AS unit, -- currency code or name of the unit, empty for a bare count
    json_extract(mark.value, '$.per') AS per, -- unit of a rate: year in "$105 million each year"
    json_extract(mark.value, '$.direction') AS direction -- up or down for a change, NULL for a level
FROM mark JOIN document ON document.id = mark.document WHERE mark.kind = 'quantity';

CREATE VIEW attribution AS -- Who says something, and in which words.
SELECT
    mark.document AS document, -- id of the document
    mark.n AS n, -- place among its attributions, from 0
    mark.start AS start, -- first character of source, cue and content
    mark.end AS end, -- character behind the last of them
    substr(document.text, mark.start + 1, mark.end - mark.start) AS text, -- the words from first to last
    json_extract(mark.value, '$.kind') AS kind, -- direct, indirect, mixed
    json_extract(mark.value, '$.source.resolved') AS source, -- the fullest name that the document gives, or NULL
    json_extract(mark.value, '$.source.role') AS role, -- witness, official, organisation ..., NULL when nobody is named
    json_extract(mark.value, '$.inside') AS inside -- n of the attribution that encloses it, or NULL
FROM mark JOIN document ON document.id = mark.document WHERE mark.kind = 'attribution';
