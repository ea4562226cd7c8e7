-- What a list of figures shows and is sorted by is kept with each figure when figures are settled, so that a page of them
-- is read and the rest left alone.

CREATE TABLE figure_summary ( -- What a list of figures shows of each; made anew with the figures.
    figure TEXT PRIMARY KEY REFERENCES figure (id) ON DELETE CASCADE, -- id of the figure
    claims INTEGER NOT NULL, -- how many claims state it
    documents INTEGER NOT NULL, -- in how many documents
    origins INTEGER NOT NULL, -- how many origins are named
    kind TEXT NOT NULL, -- kind of its quantities: count, share, money ..., empty when it has none
    low REAL, -- lowest number that is given as a lower end, NULL when none is
    high REAL, -- highest number that is given as an upper end, NULL when none is
    same INTEGER NOT NULL, -- links between its claims that say the same
    drift INTEGER NOT NULL, -- links that drift
    updates INTEGER NOT NULL, -- links to a later value of one series
    conflict INTEGER NOT NULL, -- links that conflict
    impossible INTEGER NOT NULL -- links, and findings about its words, that arithmetic rules out
) STRICT, WITHOUT ROWID;
CREATE INDEX figure_summary_order ON figure_summary (documents DESC, claims DESC, figure);

-- Figures that are there already get their summary when they are settled again.
UPDATE meta SET value = 0 WHERE name = 'settled' AND EXISTS (SELECT 1 FROM figure);
