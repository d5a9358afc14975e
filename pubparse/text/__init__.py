"""Offsets: exact source text in, places in it out. Knows no Markdown and no publications."""
