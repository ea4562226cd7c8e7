"""What an amount counts or measures: the nouns around it, found in the parse."""
