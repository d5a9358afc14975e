"""Parsed pages in, one bibliography out: which works, under which keys, and which are the same work twice."""
