"""What the pages for reading show, worked out before any HTML: pure functions of records."""
