"""Publications in, what is in the list out: how many in which year, of which type, where, with whom, in which role."""
