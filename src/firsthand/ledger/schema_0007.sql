-- The claim that has exactly the words of a finding's evidence is found without going through all claims of its document.

CREATE INDEX claim_words ON claim (document, start, end);
