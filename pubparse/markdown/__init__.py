"""Markdown, and the HTML in it: a `Source` in, spanned blocks of styled text out. Knows no publications."""
