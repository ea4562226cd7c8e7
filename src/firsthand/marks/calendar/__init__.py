"""How times are written and what they mean."""
