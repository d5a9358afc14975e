"""One rule a file: found by what it declares."""
