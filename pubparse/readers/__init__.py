"""The text of a bibliography in, publications out: what other programs keep, one file a format."""
