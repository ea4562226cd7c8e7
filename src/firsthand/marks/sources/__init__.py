"""Who is meant by the source of some words: a name, a role, a pronoun, a label in a transcript."""
