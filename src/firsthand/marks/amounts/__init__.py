"""Numbers with all that says how much: unit, bounds, range, rate; and the numbers that say nothing of the sort."""
