-- A document that comes before others in a crowd pushes one of them out of its head. That one is not compared with all anew: only
-- with those linked to it that it met in this crowd.

CREATE TABLE unpaired ( -- Compared documents to be compared with each other again: a word that led from the one to the other does so no more.
    pushed INTEGER NOT NULL REFERENCES document (number) ON DELETE CASCADE, -- document.number of the one pushed out of the head of a crowd
    met INTEGER NOT NULL REFERENCES document (number) ON DELETE CASCADE, -- document.number of one that it met there
    PRIMARY KEY (pushed, met)
) STRICT, WITHOUT ROWID;
CREATE INDEX unpaired_met ON unpaired (met);
