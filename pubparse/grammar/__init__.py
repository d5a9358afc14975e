"""Lexemes of one entry in, a scored lattice of its possible readings out, and the best path through it.

The grammar is blind to the page: what the page knows reaches it as weights (see `pubparse.page`).
"""
