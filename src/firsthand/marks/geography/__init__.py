"""Names of places, and which place on the map each is."""
