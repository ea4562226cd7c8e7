-- Judgements say why, what they take the place of and what they take back. What holds of them is kept beside what was
-- extracted and never in its place; these tables are made anew from judgements and claims whenever one of both changes.

CREATE TABLE judgement_2 ( -- What a reviewer decided; a later one takes its place, nothing is overwritten.
    id TEXT PRIMARY KEY, -- hash of what it is
    subject TEXT NOT NULL, -- id of what was judged
    kind TEXT NOT NULL, -- what sort of decision
    value TEXT NOT NULL, -- the decision as JSON
    reviewer TEXT NOT NULL, -- who decided, a pseudonym
    at TEXT NOT NULL, -- when, UTC
    anchor TEXT, -- the words it was made about: JSON list of targets as in the W3C Web Annotation Data Model
    replaces TEXT, -- JSON list of the ids of the judgements whose place it takes; NULL: of all earlier ones of its kind about its subject
    reason TEXT NOT NULL DEFAULT '', -- why, in the reviewer's words
    undoes TEXT -- id of the judgement that it takes back
) STRICT, WITHOUT ROWID;
INSERT INTO judgement_2 (id, subject, kind, value, reviewer, at, anchor, replaces)
    SELECT id, subject, kind, value, reviewer, at, anchor, CASE WHEN replaces IS NOT NULL THEN json_array(replaces) END FROM judgement;
DROP TABLE judgement;
ALTER TABLE judgement_2 RENAME TO judgement;
CREATE INDEX judgement_subject ON judgement (subject);

CREATE TABLE reviewed ( -- What reviewers said of a claim, as it holds now.
    claim TEXT PRIMARY KEY REFERENCES claim (id) ON DELETE CASCADE, -- id of the claim
    standing TEXT, -- accepted, rejected, or NULL
    changes TEXT NOT NULL -- JSON object: the fields that were set right and what they hold by a person's word
) STRICT, WITHOUT ROWID;

CREATE TABLE moved ( -- Claims that judgements know under an id that is theirs no more, since their document was read anew.
    was TEXT PRIMARY KEY, -- the id that the judgement knows
    document TEXT NOT NULL, -- id of the document
    now TEXT -- the id of the claim with the same words; NULL when there is none
) STRICT, WITHOUT ROWID;
CREATE INDEX moved_document ON moved (document);

CREATE TABLE link_reviewed ( -- Pairs of claims that a person put together or apart, or whose link was rejected.
    one TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE, -- the smaller of the two ids
    other TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE, -- the larger
    kind TEXT NOT NULL, -- figure: whether both belong to one; link: that the link between them does not hold
    together INTEGER NOT NULL, -- 1: they are one figure; 0: they are not, or the link is rejected
    PRIMARY KEY (one, other, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_reviewed_other ON link_reviewed (other);

CREATE TABLE finding_reviewed ( -- Findings about which a person said something.
    finding TEXT PRIMARY KEY REFERENCES finding (id) ON DELETE CASCADE, -- id of the finding
    standing TEXT NOT NULL -- accepted or rejected
) STRICT, WITHOUT ROWID;

CREATE TABLE reread ( -- Documents about which a person said something since they were read; the next settling reads them again.
    document TEXT PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE -- id of the document
) STRICT, WITHOUT ROWID;

CREATE VIEW shown_claim AS -- The claims as they hold: with what people set right, and without those that they rejected.
SELECT
    claim.id AS id, -- id of the claim
    claim.document AS document, -- id of the document
    claim.n AS n, -- place among the claims of the document, from 0
    claim.start AS start, -- first character
    claim.end AS end, -- character behind the last
    claim.text AS text, -- exact words of the clause
    CASE WHEN json_type(reviewed.changes, '$.value') IS NULL THEN claim.quantity
        ELSE json_patch(claim.quantity, json_extract(reviewed.changes, '$.value')) END AS quantity, -- the quantity as JSON, or NULL
    claim.quantity_text AS quantity_text, -- exact words of the number, or NULL
    CASE WHEN json_type(reviewed.changes, '$.measure') IS NULL THEN claim.measure
        ELSE json_extract(reviewed.changes, '$.measure') END AS measure, -- what is measured
    CASE WHEN json_type(reviewed.changes, '$.population') IS NULL THEN claim.population
        ELSE json_extract(reviewed.changes, '$.population') END AS population, -- of whom or of what
    CASE WHEN json_type(reviewed.changes, '$.whole') IS NULL THEN claim.whole
        ELSE json_extract(reviewed.changes, '$.whole') END AS whole, -- of what whole a share is
    CASE WHEN json_type(reviewed.changes, '$.place') IS NULL THEN claim.place
        ELSE json_extract(reviewed.changes, '$.place') END AS place, -- where
    CASE WHEN json_type(reviewed.changes, '$.period') IS NULL THEN claim.period
        ELSE json_extract(reviewed.changes, '$.period') END AS period, -- when
    CASE WHEN json_type(reviewed.changes, '$.chain') IS NULL THEN claim.chain
        ELSE json_extract(reviewed.changes, '$.chain') END AS chain, -- JSON list of name and role, from the outlet to the furthest voice
    reviewed.standing AS standing -- accepted, or NULL
FROM claim LEFT JOIN reviewed ON reviewed.claim = claim.id WHERE ifnull(reviewed.standing, '') <> 'rejected';

CREATE VIEW shown_link AS -- The links that people let stand; that claims were put together by a person is not among them.
SELECT
    link.earlier AS earlier, -- id of a claim
    link.later AS later, -- id of a claim
    link.kind AS kind, -- same, drift, update, conflict, impossible
    link.weight AS weight, -- 0 to 1, how sure
    link.drift AS drift, -- JSON list of what drifted
    link.because AS because -- JSON list of reasons
FROM link
WHERE NOT EXISTS (
        SELECT 1 FROM link_reviewed AS said
        WHERE said.one = min(link.earlier, link.later) AND said.other = max(link.earlier, link.later) AND said.together = 0
    )
    AND link.earlier NOT IN (SELECT claim FROM reviewed WHERE standing = 'rejected')
    AND link.later NOT IN (SELECT claim FROM reviewed WHERE standing = 'rejected');

CREATE VIEW shown_finding AS -- The findings without those that a person rejected.
SELECT
    finding.id AS id, -- id of the finding
    finding.n AS n, -- place in the whole list, from 0
    finding.kind AS kind, -- one origin, drift, conflict, copied text ...
    finding.says AS says, -- the sentence
    finding.weight AS weight -- 0 to 1, heaviest first
FROM finding WHERE finding.id NOT IN (SELECT finding FROM finding_reviewed WHERE standing = 'rejected');
