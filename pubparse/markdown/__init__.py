"""A `Source` in, spanned blocks of styled text out, from Markdown and the HTML in it alike. Knows no publications."""
