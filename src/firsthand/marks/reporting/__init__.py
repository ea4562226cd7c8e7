"""How words are reported: quotations, cues and contents, with or without a verb."""
