"""A page in, how its owner writes out: the form of entries and names, and where each belongs; a record, written so."""
