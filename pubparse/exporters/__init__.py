"""Works in, files that other programs read out: a format a file, each saying what it could not carry."""
