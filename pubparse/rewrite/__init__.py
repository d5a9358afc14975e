"""A page and what is to be changed in it in, edits of its source out, each proved by reading the page again."""
