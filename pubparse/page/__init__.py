"""All lattices of a page in, what the page as a whole tells out, and with it one reading of each entry.

This is what a reader of single strings cannot do: a page says whose it is, what its marks mean, what its headings stand
for, and it keeps one house style.
"""
